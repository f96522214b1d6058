package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoundFigureStore {
    private final JdbcClient jdbc;

    RoundFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoundFigures.Day> days(PartyId owner, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                with halts as (
                  select r.origin_id, r.id,
                    count(*) filter (where s.state = 'DONE' and s.arrived_at
                      <= coalesce(s.closes_at, s.planned_at + make_interval(mins => :grace))) as on_time,
                    count(*) filter (where s.state = 'DONE' and s.arrived_at
                      > coalesce(s.closes_at, s.planned_at + make_interval(mins => :grace))) as late,
                    count(*) filter (where s.state = 'FAILED') as failed
                  from logistics.round r
                  join logistics.round_stop s on s.origin_id = r.origin_id and s.round_id = r.id
                  where r.owner_id = :owner and r.day between :from and :to and r.state = 'DONE'
                  group by r.origin_id, r.id)
                select r.day, count(*) as rounds, sum(r.metres)::bigint as metres, sum(r.empty_metres)::bigint as empty,
                  sum(r.gram_metres)::bigint as carried, sum(r.cost_fen)::bigint as cost, sum(h.on_time)::bigint as on_time,
                  sum(h.late)::bigint as late, sum(h.failed)::bigint as failed
                from logistics.round r join halts h on h.origin_id = r.origin_id and h.id = r.id
                group by r.day order by r.day
                """)
                .param("owner", owner.value())
                .param("from", from)
                .param("to", to)
                .param("grace", RoundFigures.GRACE_MINUTES)
                .query((row, number) -> new RoundFigures.Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("rounds"),
                        new Round.Sums(
                                row.getLong("metres"),
                                row.getLong("empty"),
                                row.getLong("carried"),
                                new Money(row.getLong("cost"))),
                        row.getLong("on_time"),
                        row.getLong("late"),
                        row.getLong("failed")))
                .list();
    }
}
