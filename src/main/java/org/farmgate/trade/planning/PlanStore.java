package org.farmgate.trade.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.trade.PlanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The plans' headers. Their rows are kept by [PlanRowStore].
@Repository
class PlanStore {
    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where that id is taken.
    boolean insert(PlanRequest request, Actor actor, JobId job, Instant at) {
        return jdbc.sql("""
                        insert into trade.plan (id, owner_id, made_by, name, first_week, last_week, seconds_allowed,
                          grower_share, based_on, job_id, state, made_at)
                        values (:id, :owner, :by, :name, :first, :last, :seconds, :share, :basedOn, :job, 'SOLVING', :at)
                        on conflict (id) do nothing""")
                        .param("id", request.id().value())
                        .param("owner", actor.organisation().value())
                        .param("by", actor.person().value())
                        .param("name", request.name())
                        .param("first", request.season().first().number())
                        .param("last", request.season().last().number())
                        .param("seconds", request.seconds())
                        .param("share", request.growerShare())
                        .param("basedOn", request.basedOn().map(PlanId::value).orElse(null), java.sql.Types.OTHER)
                        .param("job", job.value())
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /// Writes the totals; false where the plan is no longer being solved.
    boolean solved(PlanId id, PlanTotals totals, Instant at) {
        return jdbc.sql("""
                        update trade.plan set state = 'SOLVED', ended_at = :at, solve_milliseconds = :milliseconds,
                          tariff = :tariff, surplus_fen = :surplus, bound_fen = :bound, offered_grams = :offered,
                          wanted_grams = :wanted, placed_grams = :placed, trucks = :trucks,
                          truck_capacity_grams = :capacity, trucks_fen = :trucksFen, last_leg_fen = :lastLeg,
                          onward_fen = :onward, storage_fen = :storage, freight_alone_fen = :alone,
                          estimated_distances = :estimated
                        where id = :id and state = 'SOLVING'""")
                        .param("id", id.value())
                        .param("at", time(at))
                        .param("milliseconds", totals.solveMilliseconds())
                        .param("tariff", totals.tariff())
                        .param("surplus", totals.surplusFen())
                        .param("bound", totals.boundFen())
                        .param("offered", totals.offeredGrams())
                        .param("wanted", totals.wantedGrams())
                        .param("placed", totals.placedGrams())
                        .param("trucks", totals.trucks())
                        .param("capacity", totals.truckCapacityGrams())
                        .param("trucksFen", totals.trucksFen())
                        .param("lastLeg", totals.lastLegFen())
                        .param("onward", totals.onwardFen())
                        .param("storage", totals.storageFen())
                        .param("alone", totals.freightAloneFen())
                        .param("estimated", totals.estimatedDistances())
                        .update()
                == 1;
    }

    void ended(PlanId id, PlanState state, String failure, List<String> arguments, Instant at) {
        jdbc.sql("""
                        update trade.plan set state = :state, failure = :failure, failure_arguments = :arguments, ended_at = :at
                        where id = :id and state = 'SOLVING'""")
                .param("id", id.value())
                .param("state", state.name())
                .param("failure", failure)
                .param("arguments", arguments.toArray(String[]::new))
                .param("at", time(at))
                .update();
    }

    Optional<PlanSummary> find(PlanId id) {
        return jdbc.sql("select * from trade.plan where id = :id")
                .param("id", id.value())
                .query(PlanStore::summary)
                .optional();
    }

    /// The organisation's plans, newest first.
    Slice<PlanSummary> search(PartyId owner, Paging paging) {
        List<PlanSummary> rows = jdbc.sql("""
                        select * from trade.plan where owner_id = :owner and name ilike :pattern
                        order by made_at desc, id limit :size offset :offset""")
                .param("owner", owner.value())
                .param("pattern", paging.pattern())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(PlanStore::summary)
                .list();
        long total = jdbc.sql("select count(*) from trade.plan where owner_id = :owner and name ilike :pattern")
                .param("owner", owner.value())
                .param("pattern", paging.pattern())
                .query(Long.class)
                .single();
        return Slice.of(rows, paging, total);
    }

    private static PlanSummary summary(ResultSet row, int number) throws SQLException {
        return new PlanSummary(
                new PlanId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                row.getString("name"),
                new WeekSpan(IsoWeek.fromNumber(row.getInt("first_week")), IsoWeek.fromNumber(row.getInt("last_week"))),
                row.getInt("seconds_allowed"),
                row.getInt("grower_share"),
                Optional.ofNullable(row.getObject("based_on", UUID.class)).map(PlanId::new),
                new JobId(row.getObject("job_id", UUID.class)),
                PlanState.valueOf(row.getString("state")),
                row.getString("failure"),
                List.of((String[]) row.getArray("failure_arguments").getArray()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getLong("solve_milliseconds"),
                row.getString("tariff"),
                new Money(row.getLong("surplus_fen")),
                new Money(row.getLong("bound_fen")),
                new Mass(row.getLong("offered_grams")),
                new Mass(row.getLong("wanted_grams")),
                new Mass(row.getLong("placed_grams")),
                new PlanSummary.Trucks(row.getInt("trucks"), new Mass(row.getLong("truck_capacity_grams"))),
                new PlanSummary.Freight(
                        new Money(row.getLong("trucks_fen")),
                        new Money(row.getLong("last_leg_fen")),
                        new Money(row.getLong("onward_fen")),
                        new Money(row.getLong("storage_fen"))),
                new Money(row.getLong("freight_alone_fen")),
                row.getInt("estimated_distances"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
