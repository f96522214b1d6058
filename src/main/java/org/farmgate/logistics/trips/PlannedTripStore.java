package org.farmgate.logistics.trips;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The trips of accepted plans.
@Repository
class PlannedTripStore {
    private final JdbcClient jdbc;

    PlannedTripStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Collection<PlannedTrip> trips) {
        jdbc.sql("""
                insert into logistics.planned_trip (origin_id, plan_id, number, city_id, site_id, week, truck_kind, trucks,
                  grams, cost_fen)
                select n.* from unnest(:origins::uuid[], :plans::uuid[], :numbers::int[], :cities::uuid[], :sites::uuid[],
                  :weeks::int[], :kinds::uuid[], :trucks::int[], :masses::bigint[], :costs::bigint[]) as n
                on conflict (origin_id, plan_id, number) do update
                  set trucks = excluded.trucks, grams = excluded.grams, cost_fen = excluded.cost_fen
                """)
                .params(Batch.of(trips)
                        .ids("origins", PlannedTrip::origin)
                        .texts("plans", trip -> trip.key().plan().toString())
                        .ints("numbers", trip -> trip.key().number())
                        .optionalIds("cities", PlannedTrip::city)
                        .optionalIds("sites", PlannedTrip::warehouse)
                        .ints("weeks", trip -> trip.week().number())
                        .ids("kinds", PlannedTrip::truckKind)
                        .params())
                .params(Batch.of(trips)
                        .ints("trucks", PlannedTrip::trucks)
                        .longs("masses", trip -> trip.mass().grams())
                        .longs("costs", trip -> trip.cost().fen())
                        .params())
                .update();
    }

    /// How many trips follow each of the plans' trips.
    Map<PlannedTripKey, Integer> used(RegionId origin, IsoWeek first, IsoWeek last) {
        Map<PlannedTripKey, Integer> used = new HashMap<>();
        jdbc.sql("""
                select t.plan_id, t.plan_trip, count(*) as trips
                from logistics.planned_trip p
                join logistics.trip t on t.origin_id = p.origin_id and t.plan_id = p.plan_id and t.plan_trip = p.number
                where p.origin_id = :origin and p.week between :first and :last and t.state <> 'CANCELLED'
                group by t.plan_id, t.plan_trip
                """)
                .param("origin", origin.value())
                .param("first", first.number())
                .param("last", last.number())
                .query(row -> {
                    used.put(
                            new PlannedTripKey(row.getObject("plan_id", UUID.class), row.getInt("plan_trip")),
                            row.getInt("trips"));
                });
        return used;
    }

    List<PlannedTrip> of(RegionId origin, IsoWeek first, IsoWeek last) {
        return jdbc.sql("""
                select * from logistics.planned_trip
                where origin_id = :origin and week between :first and :last order by week, plan_id, number
                """)
                .param("origin", origin.value())
                .param("first", first.number())
                .param("last", last.number())
                .query((row, number) -> new PlannedTrip(
                        new PlannedTripKey(row.getObject("plan_id", UUID.class), row.getInt("number")),
                        new RegionId(row.getObject("origin_id", UUID.class)),
                        Optional.ofNullable(row.getObject("city_id", UUID.class))
                                .map(RegionId::new),
                        Optional.ofNullable(row.getObject("site_id", UUID.class))
                                .map(SiteId::new),
                        IsoWeek.fromNumber(row.getInt("week")),
                        new TruckKindId(row.getObject("truck_kind", UUID.class)),
                        row.getInt("trucks"),
                        new Mass(row.getLong("grams")),
                        new Money(row.getLong("cost_fen"))))
                .list();
    }
}
