package org.farmgate.logistics.trips;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes trips. Each change looks at the version it comes from: of two at once one wins.
@Repository
class TripStore {
    private final JdbcClient jdbc;

    TripStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken.
    boolean insert(Trip trip, Instant at) {
        boolean added = jdbc.sql("""
                        insert into logistics.trip (origin_id, id, number, ordered_by, day, plan_id, plan_trip, truck_kind,
                          tariff_version, capacity_grams, litres, cold, hire_fen, range_least, range_most, made_at,
                          metres, goods, payers, out_grams, back_grams)
                        values (:origin, :id, :number, :orderer, :day, :plan, :planTrip, :kind, :tariff, :capacity, :litres,
                          :cold, :hire, :least, :most, :at, :metres, :goods, :payers, :out, :back)
                        on conflict do nothing
                        """)
                        .params(values(trip))
                        .param("number", trip.number())
                        .param("orderer", trip.orderedBy().value())
                        .param("plan", trip.planned().map(PlannedTripKey::plan).orElse(null), Types.OTHER)
                        .param(
                                "planTrip",
                                trip.planned().map(PlannedTripKey::number).orElse(null),
                                Types.INTEGER)
                        .param("tariff", trip.tariffVersion())
                        .param(
                                "least",
                                trip.range().map(TemperatureRange::least).orElse(null),
                                Types.INTEGER)
                        .param("most", trip.range().map(TemperatureRange::most).orElse(null), Types.INTEGER)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (added) parts(trip);
        return added;
    }

    /// What a coordinator may change of it. False when it is not at that version any more.
    boolean rewrite(Trip trip, int version) {
        boolean written = jdbc.sql("""
                        update logistics.trip set day = :day, truck_kind = :kind, capacity_grams = :capacity,
                          litres = :litres, cold = :cold, hire_fen = :hire, range_least = :least, range_most = :most,
                          metres = :metres, goods = :goods, payers = :payers, out_grams = :out, back_grams = :back,
                          version = version + 1
                        where origin_id = :origin and id = :id and version = :version
                          and state in ('DRAFT', 'ORDERED', 'DEPARTED')
                        """)
                        .params(values(trip))
                        .param(
                                "least",
                                trip.range().map(TemperatureRange::least).orElse(null),
                                Types.INTEGER)
                        .param("most", trip.range().map(TemperatureRange::most).orElse(null), Types.INTEGER)
                        .param("version", version)
                        .update()
                == 1;
        if (!written) return false;
        jdbc.sql("delete from logistics.trip_stop where origin_id = :origin and trip_id = :id")
                .params(key(trip))
                .update();
        jdbc.sql("delete from logistics.trip_load where origin_id = :origin and trip_id = :id")
                .params(key(trip))
                .update();
        parts(trip);
        return true;
    }

    private static Map<String, Object> values(Trip trip) {
        return Map.ofEntries(
                Map.entry("origin", trip.origin().value()),
                Map.entry("id", trip.id().value()),
                Map.entry("day", trip.day()),
                Map.entry("kind", trip.truckKind().value()),
                Map.entry("capacity", trip.capacity().grams()),
                Map.entry("litres", trip.litres()),
                Map.entry("cold", trip.cold()),
                Map.entry("hire", trip.hire().fen()),
                Map.entry("metres", trip.metres()),
                Map.entry("goods", trip.loads().size()),
                Map.entry(
                        "payers",
                        trip.loads().stream().map(TripLoad::payer).distinct().count()),
                Map.entry("out", trip.mass(Leg.OUT).grams()),
                Map.entry("back", trip.mass(Leg.BACK).grams()));
    }

    private void parts(Trip trip) {
        jdbc.sql("""
                insert into logistics.trip_stop (origin_id, trip_id, place, site_id, leg, pick_up, metres, estimated)
                select :origin, :id, place, site, leg, pick_up = 1, metres, estimated = 1
                from unnest(:places::int[], :sites::uuid[], :legs::text[], :pickUps::int[], :ways::bigint[],
                  :estimates::int[]) as n (place, site, leg, pick_up, metres, estimated)
                """)
                .params(key(trip))
                .params(Batch.of(trip.stops())
                        .ints("places", TripStop::place)
                        .ids("sites", TripStop::site)
                        .texts("legs", stop -> stop.leg().name())
                        .ints("pickUps", stop -> stop.pickUp() ? 1 : 0)
                        .longs("ways", TripStop::metres)
                        .ints("estimates", stop -> stop.estimated() ? 1 : 0)
                        .params())
                .update();
        jdbc.sql("""
                insert into logistics.trip_load (origin_id, trip_id, consignment_id, number, goods_origin, sender_id,
                  payer_id, leg, from_site, to_site, grams, packages, litres, cold, loaded_at, loaded_grams)
                select :origin, :id, n.consignment, n.number, n.goods_origin, n.sender, n.payer, n.leg, n.from_site,
                  n.to_site, n.grams, n.packages, n.litres, n.cold = 1, case when n.loaded > 0 then n.loaded_at end,
                  nullif(n.loaded, 0)
                from unnest(:consignments::uuid[], :numbers::text[], :origins::uuid[], :senders::uuid[], :payers::uuid[],
                  :loadLegs::text[], :froms::uuid[], :tos::uuid[], :masses::bigint[], :packages::int[], :rooms::int[],
                  :colds::int[], :times::timestamptz[], :loadeds::bigint[])
                  as n (consignment, number, goods_origin, sender, payer, leg, from_site, to_site, grams, packages, litres,
                        cold, loaded_at, loaded)
                """)
                .params(key(trip))
                .params(Batch.of(trip.loads())
                        .ids("consignments", TripLoad::consignment)
                        .texts("numbers", TripLoad::number)
                        .ids("origins", TripLoad::origin)
                        .ids("senders", TripLoad::sender)
                        .ids("payers", TripLoad::payer)
                        .texts("loadLegs", load -> load.leg().name())
                        .ids("froms", TripLoad::from)
                        .ids("tos", TripLoad::to)
                        .longs("masses", load -> load.mass().grams())
                        .ints("packages", TripLoad::packages)
                        .ints("rooms", TripLoad::litres)
                        .ints("colds", load -> load.cold() ? 1 : 0)
                        .instants(
                                "times",
                                load -> load.loaded().map(TripLoad.Loaded::at).orElse(Instant.EPOCH))
                        .longs(
                                "loadeds",
                                load -> load.loaded()
                                        .map(loaded -> loaded.mass().grams())
                                        .orElse(0L))
                        .params())
                .update();
    }

    /// Sets consignments aside for the trip. Fewer than were asked for are free where fewer come back.
    int claim(Trip trip, Collection<ConsignmentId> consignments) {
        if (consignments.isEmpty()) return 0;
        return jdbc.sql("""
                update logistics.consignment set trip_id = :trip
                where id = any(:ids::uuid[]) and trip_id is null and stage = 'BOOKED' and to_site is not null
                """)
                .param("trip", trip.id().value())
                .param("ids", Batch.array(consignments))
                .update();
    }

    /// Gives them back, those that were not handed over.
    void release(Trip trip, Collection<ConsignmentId> consignments) {
        jdbc.sql("""
                update logistics.consignment set trip_id = null
                where id = any(:ids::uuid[]) and trip_id = :trip and stage in ('BOOKED', 'FAILED')
                """)
                .param("trip", trip.id().value())
                .param("ids", Batch.array(consignments))
                .update();
    }

    /// False when it is not in a state that leads there, or was changed since.
    boolean turn(Trip trip, TripState to, Instant at, String reason) {
        String column = switch (to) {
            case DEPARTED -> ", departed_at = :at";
            case DRAFT, ORDERED, CLOSED, CANCELLED -> "";
        };
        return jdbc.sql("update logistics.trip set state = :to, version = version + 1, cancelled_for = :reason" + column
                                + """

                        where origin_id = :origin and id = :id and version = :version and state = any(:from::text[])
                        """)
                        .params(key(trip))
                        .param("to", to.name())
                        .param("reason", reason)
                        .params(column.isEmpty() ? Map.of() : Map.of("at", at.atOffset(ZoneOffset.UTC)))
                        .param("version", trip.version())
                        .param("from", to.from().stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    boolean order(Trip trip, Trip.Carriage carriage, Instant at) {
        return jdbc.sql("""
                        update logistics.trip set state = 'ORDERED', carrier_id = :carrier, plate = :plate,
                          driver = :driver, hire_fen = :hire, hire_agreed = true, ordered_at = :at, version = version + 1
                        where origin_id = :origin and id = :id and version = :version and state = 'DRAFT'
                        """)
                        .params(key(trip))
                        .param("carrier", carriage.carrier().value())
                        .param("plate", carriage.plate())
                        .param("driver", carriage.driver())
                        .param("hire", trip.hire().fen())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("version", trip.version())
                        .update()
                == 1;
    }

    boolean close(Trip trip, long costFen, Instant at) {
        return jdbc.sql("""
                        update logistics.trip set state = 'CLOSED', closed_at = :at, cost_fen = :cost,
                          version = version + 1
                        where origin_id = :origin and id = :id and version = :version and state = 'DEPARTED'
                        """)
                        .params(key(trip))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("cost", costFen)
                        .param("version", trip.version())
                        .update()
                == 1;
    }

    /// Whoever changes the trip next waits until this transaction ends.
    void lock(Trip trip) {
        jdbc.sql("select version from logistics.trip where origin_id = :origin and id = :id for update")
                .params(key(trip))
                .query(Integer.class)
                .single();
    }

    static Map<String, UUID> key(Trip trip) {
        return Map.of("origin", trip.origin().value(), "id", trip.id().value());
    }
}
