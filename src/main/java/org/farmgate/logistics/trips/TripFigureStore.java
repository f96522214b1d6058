package org.farmgate.logistics.trips;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.party.Reach;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums over trips.
@Repository
class TripFigureStore {
    private static final int MOST_FILLINGS = 40;

    private final JdbcClient jdbc;

    TripFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TripFigures of(Reach reach, PartyId asking, LocalDate first, LocalDate last) {
        Map<String, Object> params = new HashMap<>(Map.of("first", first, "last", last));
        String of = "from logistics.trip t where t.state = 'CLOSED' and t.day between :first and :last and "
                + within(reach, asking, params);
        List<TripFigures.Filling> fillings = jdbc.sql("select t.id, t.day, t.out_grams, t.capacity_grams " + of
                        + " order by t.day desc, t.id desc limit " + MOST_FILLINGS)
                .params(params)
                .query((row, number) -> new TripFigures.Filling(
                        new TripId(row.getObject("id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        new Mass(row.getLong("out_grams")),
                        new Mass(row.getLong("capacity_grams"))))
                .list();
        return jdbc.sql("with closed as (select t.* " + of + """
                ), legs as (
                  select c.origin_id, c.id,
                    sum(s.metres) filter (where s.leg = 'OUT') as out_metres,
                    sum(s.metres) filter (where s.leg = 'BACK' and s.place > b.first) as back_metres,
                    sum(s.metres) filter (where s.leg = 'BACK' and s.place = b.first) as link_metres
                  from closed c join logistics.trip_stop s on s.origin_id = c.origin_id and s.trip_id = c.id
                  left join lateral (select min(place) as first from logistics.trip_stop f
                    where f.origin_id = c.origin_id and f.trip_id = c.id and f.leg = 'BACK') b on true
                  group by c.origin_id, c.id
                ), ends as (
                  select count(*) as delivered,
                    count(*) filter (where (g.delivered_at at time zone 'Asia/Shanghai')::date <= g.last_day) as on_time
                  from closed c
                  join logistics.trip_load l on l.origin_id = c.origin_id and l.trip_id = c.id
                  join logistics.consignment g on g.id = l.consignment_id
                  where g.stage = 'DELIVERED')
                select count(*) as trips,
                  coalesce(sum(c.out_grams + c.back_grams), 0) as grams,
                  coalesce(sum(c.out_grams / 1e6 * coalesce(l.out_metres, 0) / 1e3
                    + c.back_grams / 1e6 * coalesce(l.back_metres, 0) / 1e3), 0)::bigint as tonne_kilometres,
                  coalesce(sum(c.cost_fen), 0) as cost,
                  coalesce(sum(coalesce(l.out_metres, 0) + coalesce(l.back_metres, 0)), 0) as loaded,
                  coalesce(sum(coalesce(l.link_metres, 0)
                    + greatest(0, coalesce(l.out_metres, 0) - coalesce(l.link_metres, 0)
                        - coalesce(l.back_metres, 0))), 0) as empty,
                  (select on_time from ends) as on_time, (select delivered from ends) as delivered
                from closed c left join legs l on l.origin_id = c.origin_id and l.id = c.id
                """)
                .params(params)
                .query((row, number) -> new TripFigures(
                        first,
                        last,
                        row.getInt("trips"),
                        new Mass(row.getLong("grams")),
                        row.getLong("tonne_kilometres"),
                        new Money(row.getLong("cost")),
                        row.getInt("on_time"),
                        row.getInt("delivered"),
                        row.getLong("loaded"),
                        row.getLong("empty"),
                        fillings))
                .single();
    }

    private static String within(Reach reach, PartyId asking, Map<String, Object> params) {
        params.put("asking", asking.value());
        return switch (reach) {
            case Reach.Everything _ -> "true";
            case Reach.Regions(var counties) -> {
                params.put("counties", Batch.array(counties));
                yield "(t.origin_id = any(:counties::uuid[]) or t.ordered_by = :asking or t.carrier_id = :asking)";
            }
            case Reach.Parties _ -> "(t.ordered_by = :asking or t.carrier_id = :asking)";
        };
    }
}
