package org.farmgate.logistics.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Money;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Batch;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoundPlanStore {
    private final JdbcClient jdbc;

    RoundPlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where the id is taken.
    boolean insert(RoundPlanRequest request, Actor actor, JobId job, Instant at) {
        boolean fresh = jdbc.sql("""
                        insert into logistics.round_plan (id, owner_id, day, depots, seconds, job_id, made_at)
                        values (:id, :owner, :day, :depots::uuid[], :seconds, :job, :at) on conflict do nothing
                        """)
                        .param("id", request.id().value())
                        .param("owner", actor.organisation().value())
                        .param("day", request.day())
                        .param("depots", Batch.array(request.depots()))
                        .param("seconds", request.seconds())
                        .param("job", job.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (fresh)
            jdbc.sql("""
                    insert into logistics.round_plan_vehicle (plan_id, vehicle_id, depot_id, driver_id, shift_from, shift_to)
                    select :plan, vehicle, depot, driver, shift_from::time, shift_to::time
                    from unnest(:vehicles::uuid[], :depots::uuid[], :drivers::uuid[], :froms::text[], :tos::text[])
                      as n (vehicle, depot, driver, shift_from, shift_to)
                    """)
                    .param("plan", request.id().value())
                    .params(Batch.of(request.crews())
                            .ids("vehicles", RoundPlanRequest.Crew::vehicle)
                            .ids("depots", RoundPlanRequest.Crew::depot)
                            .optionalIds("drivers", RoundPlanRequest.Crew::driver)
                            .texts("froms", crew -> crew.shift().from().toString())
                            .texts("tos", crew -> crew.shift().to().toString())
                            .params())
                    .update();
        return fresh;
    }

    List<RoundPlanRequest.Crew> crews(RoundPlanId plan) {
        return jdbc.sql("select * from logistics.round_plan_vehicle where plan_id = :plan order by vehicle_id")
                .param("plan", plan.value())
                .query((row, number) -> new RoundPlanRequest.Crew(
                        new VehicleId(row.getObject("vehicle_id", UUID.class)),
                        new SiteId(row.getObject("depot_id", UUID.class)),
                        Optional.ofNullable(row.getObject("driver_id", UUID.class))
                                .map(PartyId::new),
                        new Shift(
                                row.getObject("shift_from", LocalTime.class),
                                row.getObject("shift_to", LocalTime.class))))
                .list();
    }

    /// False where it is no longer being solved.
    boolean solved(RoundPlanId plan, int rounds, int served, long metres, Money cost, Instant at) {
        return jdbc.sql("""
                        update logistics.round_plan set state = 'SOLVED', ended_at = :at, rounds = :rounds, served = :served,
                          metres = :metres, cost_fen = :cost
                        where id = :id and state = 'SOLVING'
                        """)
                        .param("id", plan.value())
                        .param("rounds", rounds)
                        .param("served", served)
                        .param("metres", metres)
                        .param("cost", cost.fen())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void ended(RoundPlanId plan, RoundPlan.State state, String failure, Instant at) {
        jdbc.sql("""
                update logistics.round_plan set state = :state, failure = :failure, ended_at = :at
                where id = :id and state = 'SOLVING'
                """)
                .param("id", plan.value())
                .param("state", state.name())
                .param("failure", failure)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Goods left out, with the task that they would have been.
    record Left(Task task, RoundPlan.Reason reason) {}

    void unserved(RoundPlanId plan, List<Left> left) {
        jdbc.sql("""
                insert into logistics.round_unserved (plan_id, place, code, thing, of_id, reason)
                select :plan, row_number() over (), code, thing, of_id, reason
                from unnest(:codes::text[], :things::text[], :ofs::uuid[], :reasons::text[]) as n (code, thing, of_id, reason)
                """)
                .param("plan", plan.value())
                .params(Batch.of(left)
                        .texts("codes", one -> one.task().code())
                        .texts("things", one -> one.task().thing().name())
                        .texts("ofs", one -> one.task().of().toString())
                        .texts("reasons", one -> one.reason().name())
                        .params())
                .update();
    }

    List<RoundPlan.Unserved> unserved(RoundPlanId plan) {
        return jdbc.sql(
                        "select code, reason from logistics.round_unserved where plan_id = :plan order by place limit 1000")
                .param("plan", plan.value())
                .query((row, number) -> new RoundPlan.Unserved(
                        row.getString("code"), RoundPlan.Reason.valueOf(row.getString("reason"))))
                .list();
    }

    Optional<RoundPlan> find(RoundPlanId id) {
        return jdbc.sql("select * from logistics.round_plan where id = :id")
                .param("id", id.value())
                .query(RoundPlanStore::plan)
                .optional();
    }

    /// The newest first.
    Slice<RoundPlan> search(PartyId owner, Paging paging) {
        long total = jdbc.sql("select count(*) from logistics.round_plan where owner_id = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
        return Slice.of(
                jdbc.sql("""
                        select * from logistics.round_plan where owner_id = :owner
                        order by made_at desc, id limit :size offset :offset
                        """)
                        .param("owner", owner.value())
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(RoundPlanStore::plan)
                        .list(),
                paging,
                total);
    }

    private static RoundPlan plan(ResultSet row, int number) throws SQLException {
        return new RoundPlan(
                new RoundPlanId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                Arrays.stream((UUID[]) row.getArray("depots").getArray())
                        .map(SiteId::new)
                        .toList(),
                row.getInt("seconds"),
                new JobId(row.getObject("job_id", UUID.class)),
                RoundPlan.State.valueOf(row.getString("state")),
                row.getString("failure"),
                RoundReadStore.instant(row, "made_at").orElseThrow(),
                RoundReadStore.instant(row, "ended_at"),
                row.getInt("rounds"),
                row.getInt("served"),
                row.getLong("metres"),
                new Money(row.getLong("cost_fen")));
    }
}
