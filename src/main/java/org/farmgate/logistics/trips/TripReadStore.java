package org.farmgate.logistics.trips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.party.Reach;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads trips.
@Repository
class TripReadStore {
    private final JdbcClient jdbc;

    TripReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Trip> find(TripId id) {
        return jdbc.sql("select * from logistics.trip where id = :id")
                .param("id", id.value())
                .query((row, number) -> trip(row, stops(row), loads(row)))
                .optional();
    }

    private List<TripStop> stops(ResultSet trip) throws SQLException {
        return jdbc.sql("select * from logistics.trip_stop where origin_id = :origin and trip_id = :id order by place")
                .param("origin", trip.getObject("origin_id", UUID.class))
                .param("id", trip.getObject("id", UUID.class))
                .query((row, number) -> new TripStop(
                        row.getInt("place"),
                        new SiteId(row.getObject("site_id", UUID.class)),
                        Leg.valueOf(row.getString("leg")),
                        row.getBoolean("pick_up"),
                        row.getLong("metres"),
                        row.getBoolean("estimated")))
                .list();
    }

    private List<TripLoad> loads(ResultSet trip) throws SQLException {
        return jdbc.sql("""
                select * from logistics.trip_load where origin_id = :origin and trip_id = :id
                order by leg desc, number
                """)
                .param("origin", trip.getObject("origin_id", UUID.class))
                .param("id", trip.getObject("id", UUID.class))
                .query((row, number) -> new TripLoad(
                        new ConsignmentId(row.getObject("consignment_id", UUID.class)),
                        row.getString("number"),
                        new RegionId(row.getObject("goods_origin", UUID.class)),
                        party(row, "sender_id"),
                        party(row, "payer_id"),
                        Leg.valueOf(row.getString("leg")),
                        new SiteId(row.getObject("from_site", UUID.class)),
                        new SiteId(row.getObject("to_site", UUID.class)),
                        new Mass(row.getLong("grams")),
                        row.getInt("packages"),
                        row.getInt("litres"),
                        row.getBoolean("cold"),
                        Optional.ofNullable(row.getObject("loaded_at", OffsetDateTime.class))
                                .map(at -> new TripLoad.Loaded(at.toInstant(), loaded(row)))))
                .list();
    }

    private static Mass loaded(ResultSet row) {
        try {
            return new Mass(row.getLong("loaded_grams"));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Trip trip(ResultSet row, List<TripStop> stops, List<TripLoad> loads) throws SQLException {
        String plate = row.getString("plate");
        UUID plan = row.getObject("plan_id", UUID.class);
        Integer least = row.getObject("range_least", Integer.class);
        return new Trip(
                new TripId(row.getObject("id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                TripState.valueOf(row.getString("state")),
                party(row, "ordered_by"),
                row.getObject("day", LocalDate.class),
                plan == null ? Optional.empty() : Optional.of(new PlannedTripKey(plan, row.getInt("plan_trip"))),
                new TruckKindId(row.getObject("truck_kind", UUID.class)),
                row.getLong("tariff_version"),
                new Mass(row.getLong("capacity_grams")),
                row.getInt("litres"),
                row.getBoolean("cold"),
                new Money(row.getLong("hire_fen")),
                plate == null
                        ? Optional.empty()
                        : Optional.of(new Trip.Carriage(party(row, "carrier_id"), plate, row.getString("driver"))),
                least == null ? Optional.empty() : Optional.of(new TemperatureRange(least, row.getInt("range_most"))),
                instant(row, "departed_at"),
                instant(row, "closed_at"),
                row.getString("cancelled_for"),
                row.getInt("version"),
                stops,
                loads);
    }

    /// The latest first.
    Slice<TripSummary> search(Reach reach, PartyId asking, TripQuery query) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder(" where ").append(within(reach, params));
        params.put("asking", asking.value());
        if (!query.states().isEmpty()) {
            where.append(" and t.state = any(:states::text[])");
            params.put("states", query.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!query.paging().search().isEmpty()) {
            where.append(" and (t.number ilike :pattern escape '\\' or t.plate ilike :pattern escape '\\')");
            params.put("pattern", query.paging().pattern());
        }
        long total = jdbc.sql("select count(*) from logistics.trip t" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", query.paging().size());
        params.put("offset", query.paging().offset());
        List<TripSummary> rows = jdbc.sql("select t.* from logistics.trip t" + where
                        + " order by t.day desc, t.id desc limit :size offset :offset")
                .params(params)
                .query(TripReadStore::summary)
                .list();
        return Slice.of(rows, query.paging(), total);
    }

    /// Whoever has goods on a trip sees it, its carrier and its planners do.
    private static String within(Reach reach, Map<String, Object> params) {
        String riding = """
                exists (select 1 from logistics.trip_load l where l.origin_id = t.origin_id and l.trip_id = t.id
                  and (l.sender_id = any(:parties::uuid[]) or l.payer_id = any(:parties::uuid[])))""";
        return switch (reach) {
            case Reach.Everything _ -> "true";
            case Reach.Regions(var counties) -> {
                params.put("counties", Batch.array(counties));
                yield "(t.origin_id = any(:counties::uuid[]) or t.ordered_by = :asking or t.carrier_id = :asking)";
            }
            case Reach.Parties(var parties) -> {
                params.put("parties", Batch.array(parties));
                yield "(t.ordered_by = :asking or t.carrier_id = :asking or " + riding + ")";
            }
        };
    }

    private static TripSummary summary(ResultSet row, int number) throws SQLException {
        return new TripSummary(
                trip(row, List.of(), List.of()),
                row.getInt("goods"),
                row.getInt("payers"),
                new Mass(row.getLong("out_grams")),
                new Mass(row.getLong("back_grams")),
                row.getLong("metres"),
                Optional.ofNullable(row.getObject("cost_fen", Long.class)).map(Money::new));
    }

    /// Consignments that may be put on a trip.
    List<ConsignmentId> free(Collection<RegionId> origins, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                select id from logistics.consignment
                where origin_id = any(:origins::uuid[]) and stage = 'BOOKED' and trip_id is null and to_site is not null
                  and first_day <= :to and last_day >= :from
                order by last_day, first_day, id limit :most
                """)
                .param("origins", Batch.array(origins))
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, number) -> new ConsignmentId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Consignments that start at one of these places and may be put on a trip, two hundred at most.
    List<ConsignmentId> startingAt(Collection<SiteId> places, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select id from logistics.consignment
                where from_site = any(:places::uuid[]) and stage = 'BOOKED' and trip_id is null and to_site is not null
                  and first_day <= :to and last_day >= :from
                order by last_day, first_day, id limit 200
                """)
                .param("places", Batch.array(places))
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new ConsignmentId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Which of them are on a trip, and on which.
    Map<ConsignmentId, TripId> tripsOf(Collection<ConsignmentId> consignments) {
        Map<ConsignmentId, TripId> trips = new HashMap<>();
        jdbc.sql("select id, trip_id from logistics.consignment where id = any(:ids::uuid[]) and trip_id is not null")
                .param("ids", Batch.array(consignments))
                .query(row -> {
                    trips.put(
                            new ConsignmentId(row.getObject("id", UUID.class)),
                            new TripId(row.getObject("trip_id", UUID.class)));
                });
        return trips;
    }

    private static PartyId party(ResultSet row, String column) throws SQLException {
        return new PartyId(row.getObject(column, UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
