package org.farmgate.logistics.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.logistics.rounds.Task.TaskId;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads rounds with their stops and tasks: three queries, however many rounds.
@Repository
class RoundReadStore {
    private static final int MOST_ROUNDS = 300;

    private final JdbcClient jdbc;

    RoundReadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Round> find(RoundId id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    List<Round> byIds(Collection<RoundId> ids) {
        return whole(jdbc.sql("select * from logistics.round where id = any(:ids::uuid[])")
                .param("ids", Batch.array(ids))
                .query(RoundReadStore::round)
                .list());
    }

    /// Without those that were called off.
    List<Round> ofDay(PartyId owner, LocalDate day) {
        return whole(jdbc.sql("""
                select * from logistics.round where owner_id = :owner and day = :day and state <> 'CANCELLED'
                order by depot_id, shift_from, id limit :most
                """)
                .param("owner", owner.value())
                .param("day", day)
                .param("most", MOST_ROUNDS)
                .query(RoundReadStore::round)
                .list());
    }

    /// What a driver is to drive, is driving, or drove since that day.
    List<Round> ofDriver(PartyId driver, PartyId owner, LocalDate since) {
        return whole(jdbc.sql("""
                select * from logistics.round
                where driver_id = :driver and owner_id = :owner and day >= :since and state in ('PLANNED', 'DRIVING', 'DONE')
                order by day, shift_from, id limit 20
                """)
                .param("driver", driver.value())
                .param("owner", owner.value())
                .param("since", since)
                .query(RoundReadStore::round)
                .list());
    }

    /// Of these things, those that wait on a round.
    List<UUID> waiting(Collection<UUID> things) {
        if (things.isEmpty()) return List.of();
        return jdbc.sql("""
                select of_id from logistics.round_task where of_id = any(:things::uuid[]) and state = 'PENDING'
                """)
                .param("things", things.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("of_id", UUID.class))
                .list();
    }

    private List<Round> whole(List<Round> bare) {
        if (bare.isEmpty()) return bare;
        Map<UUID, List<Stop>> stops = stops(bare);
        return bare.stream()
                .map(round -> round.with(stops.getOrDefault(round.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<Stop>> stops(List<Round> of) {
        Map<UUID, List<Task>> tasks = new HashMap<>();
        rows(
                "select * from logistics.round_task",
                "order by stop_id, code, id",
                of,
                row -> tasks.computeIfAbsent(row.getObject("stop_id", UUID.class), _ -> new ArrayList<>())
                        .add(task(row)));
        Map<UUID, List<Stop>> stops = new HashMap<>();
        rows(
                "select * from logistics.round_stop",
                "order by round_id, place, id",
                of,
                row -> stops.computeIfAbsent(row.getObject("round_id", UUID.class), _ -> new ArrayList<>())
                        .add(stop(row, tasks.getOrDefault(row.getObject("id", UUID.class), List.of()))));
        return stops;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String select, String order, List<Round> of, Reader reader) {
        jdbc.sql(select + " where origin_id = any(:origins::uuid[]) and round_id = any(:ids::uuid[]) " + order)
                .param(
                        "origins",
                        Batch.array(of.stream().map(Round::origin).distinct().toList()))
                .param("ids", Batch.array(of.stream().map(Round::id).toList()))
                .query(reader::read);
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                new RegionId(row.getObject("origin_id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                new SiteId(row.getObject("depot_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                new VehicleId(row.getObject("vehicle_id", UUID.class)),
                Optional.ofNullable(row.getObject("driver_id", UUID.class)).map(PartyId::new),
                new Shift(row.getObject("shift_from", LocalTime.class), row.getObject("shift_to", LocalTime.class)),
                RoundState.valueOf(row.getString("state")),
                row.getBoolean("locked"),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("plan_id", UUID.class)).map(RoundPlanId::new),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                new Round.Sums(
                        row.getLong("metres"),
                        row.getLong("empty_metres"),
                        row.getLong("gram_metres"),
                        new Money(row.getLong("cost_fen"))),
                List.of());
    }

    private static Stop stop(ResultSet row, List<Task> tasks) throws SQLException {
        Optional<Instant> opens = instant(row, "opens_at");
        Optional<Instant> closes = instant(row, "closes_at");
        return new Stop(
                new StopId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("site_id", UUID.class)).map(SiteId::new),
                new RegionId(row.getObject("region_id", UUID.class)),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                opens.flatMap(from -> closes.map(to -> new Stop.Window(from, to))),
                row.getInt("service_seconds"),
                instant(row, "planned_at").orElseThrow(),
                row.getLong("metres"),
                Stop.State.valueOf(row.getString("state")),
                instant(row, "arrived_at"),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("reason")).orElse(""),
                tasks);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                Task.Kind.valueOf(row.getString("kind")),
                Task.Thing.valueOf(row.getString("thing")),
                row.getObject("of_id", UUID.class),
                row.getString("code"),
                new Mass(row.getLong("grams")),
                row.getInt("litres"),
                row.getBoolean("cold"),
                row.getInt("packages"),
                Task.State.valueOf(row.getString("state")),
                instant(row, "loaded_at"),
                instant(row, "ended_at"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
