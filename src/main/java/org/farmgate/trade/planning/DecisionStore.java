package org.farmgate.trade.planning;

import java.time.Instant;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.platform.PartyId;
import org.farmgate.trade.PlanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people decided about plans' rows.
@Repository
class DecisionStore {
    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes a decision for the next solve; one about the same rows is replaced.
    void note(
            PlanId plan,
            PlanDecision.Kind kind,
            String supplyKey,
            String demandKey,
            Mass mass,
            PartyId by,
            Instant at) {
        jdbc.sql("""
                        insert into trade.plan_decision (plan_id, number, kind, supply_key, demand_key, grams, kept, set_by, set_at)
                        select :plan, coalesce(max(number), 0) + 1, :kind, :supply, :demand, :grams, false, :by, :at
                        from trade.plan_decision where plan_id = :plan
                        on conflict (plan_id, kind, supply_key, demand_key)
                        do update set grams = excluded.grams, dropped = false, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("plan", plan.value())
                .param("kind", kind.name())
                .param("supply", supplyKey)
                .param("demand", demandKey)
                .param("grams", mass.grams())
                .param("by", by.value())
                .param("at", PlanStore.time(at))
                .update();
    }

    /// A kept decision is marked as not to be taken over; one only noted goes.
    void drop(PlanId plan, int number) {
        jdbc.sql("delete from trade.plan_decision where plan_id = :plan and number = :number and not kept")
                .param("plan", plan.value())
                .param("number", number)
                .update();
        jdbc.sql("update trade.plan_decision set dropped = true where plan_id = :plan and number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .update();
    }

    /// Takes the decisions of one plan, less the dropped ones, over into another as the ones it is solved under.
    void takeOver(PlanId from, PlanId to) {
        jdbc.sql("""
                        insert into trade.plan_decision (plan_id, number, kind, supply_key, demand_key, grams, kept, set_by, set_at)
                        select :to, row_number() over (order by number), kind, supply_key, demand_key, grams, true, set_by, set_at
                        from trade.plan_decision where plan_id = :from and not dropped
                        on conflict do nothing""").param("from", from.value()).param("to", to.value()).update();
    }

    List<PlanDecision> list(PlanId plan) {
        return jdbc.sql("select * from trade.plan_decision where plan_id = :plan order by number")
                .param("plan", plan.value())
                .query((row, number) -> new PlanDecision(
                        row.getInt("number"),
                        PlanDecision.Kind.valueOf(row.getString("kind")),
                        row.getString("supply_key"),
                        row.getString("demand_key"),
                        new Mass(row.getLong("grams")),
                        row.getBoolean("kept"),
                        row.getBoolean("dropped")))
                .list();
    }
}
