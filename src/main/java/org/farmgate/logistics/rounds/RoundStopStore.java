package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.logistics.rounds.Task.TaskId;
import org.farmgate.platform.Batch;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes stops and tasks. Whoever calls holds the lock of the round.
@Repository
class RoundStopStore {
    private final JdbcClient jdbc;

    RoundStopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empty when all were written; else the code of goods that wait on a round already.
    Optional<String> insert(Round round, List<Stop> stops) {
        jdbc.sql("""
                insert into logistics.round_stop (origin_id, id, round_id, place, site_id, region_id, latitude, longitude,
                  opens_at, closes_at, service_seconds, planned_at, metres)
                select :origin, id, :round, 0, site, region, latitude::float8, longitude::float8, opens, closes, service,
                  planned, metres
                from unnest(:ids::uuid[], :sites::uuid[], :regions::uuid[], :latitudes::text[], :longitudes::text[],
                  :opens::timestamptz[], :closes::timestamptz[], :services::int[], :planned::timestamptz[], :metres::bigint[])
                  as n (id, site, region, latitude, longitude, opens, closes, service, planned, metres)
                """)
                .param("origin", round.origin().value())
                .param("round", round.id().value())
                .param("opens", windows(stops, Stop.Window::from))
                .param("closes", windows(stops, Stop.Window::to))
                .params(Batch.of(stops)
                        .ids("ids", Stop::id)
                        .optionalIds("sites", Stop::site)
                        .ids("regions", Stop::region)
                        .texts("latitudes", stop -> String.valueOf(stop.at().latitude()))
                        .texts("longitudes", stop -> String.valueOf(stop.at().longitude()))
                        .ints("services", Stop::serviceSeconds)
                        .instants("planned", Stop::plannedAt)
                        .longs("metres", Stop::metres)
                        .params())
                .update();
        for (Stop stop : stops) {
            Optional<String> taken = insert(round, stop.id(), stop.tasks());
            if (taken.isPresent()) return taken;
        }
        return Optional.empty();
    }

    @SuppressWarnings("NullAway")
    private static String[] windows(List<Stop> stops, java.util.function.Function<Stop.Window, Instant> end) {
        return stops.stream()
                .map(stop -> stop.window()
                        .map(end)
                        .map(at -> at.atOffset(ZoneOffset.UTC).toString())
                        .orElse(null))
                .toArray(String[]::new);
    }

    Optional<String> insert(Round round, StopId stop, Collection<Task> tasks) {
        try {
            jdbc.sql("""
                    insert into logistics.round_task (origin_id, id, round_id, stop_id, kind, thing, of_id, code, grams,
                      litres, cold, packages)
                    select :origin, id, :round, :stop, kind, thing, of_id, code, grams, litres, cold::boolean, packages
                    from unnest(:ids::uuid[], :kinds::text[], :things::text[], :ofs::uuid[], :codes::text[],
                      :grams::bigint[], :litres::int[], :colds::text[], :packages::int[])
                      as n (id, kind, thing, of_id, code, grams, litres, cold, packages)
                    """)
                    .param("origin", round.origin().value())
                    .param("round", round.id().value())
                    .param("stop", stop.value())
                    .params(Batch.of(tasks)
                            .ids("ids", Task::id)
                            .texts("kinds", task -> task.kind().name())
                            .texts("things", task -> task.thing().name())
                            .texts("ofs", task -> task.of().toString())
                            .texts("codes", Task::code)
                            .longs("grams", task -> task.mass().grams())
                            .ints("litres", Task::litres)
                            .texts("colds", task -> String.valueOf(task.cold()))
                            .ints("packages", Task::packages)
                            .params())
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException taken) {
            return Optional.of(tasks.stream().map(Task::code).findFirst().orElse(""));
        }
    }

    /// The order, times and ways as they are now. Stops that came from another round come with their tasks.
    void arrange(Round round) {
        record Placed(Stop stop, int place) {}
        List<Placed> placed = java.util.stream.IntStream.range(0, round.stops().size())
                .mapToObj(place -> new Placed(round.stops().get(place), place))
                .toList();
        jdbc.sql("""
                update logistics.round_stop s set round_id = :round, place = n.place, planned_at = n.planned, metres = n.metres
                from unnest(:ids::uuid[], :places::int[], :planned::timestamptz[], :metres::bigint[])
                  as n (id, place, planned, metres)
                where s.origin_id = :origin and s.id = n.id
                """)
                .param("origin", round.origin().value())
                .param("round", round.id().value())
                .params(Batch.of(placed)
                        .ids("ids", one -> one.stop().id())
                        .ints("places", Placed::place)
                        .instants("planned", one -> one.stop().plannedAt())
                        .longs("metres", one -> one.stop().metres())
                        .params())
                .update();
        jdbc.sql("""
                update logistics.round_task set round_id = :round
                where origin_id = :origin and stop_id = any(:ids::uuid[]) and round_id <> :round
                """)
                .param("origin", round.origin().value())
                .param("round", round.id().value())
                .param("ids", Batch.array(round.stops().stream().map(Stop::id).toList()))
                .update();
    }

    void remove(Round round, StopId stop) {
        sql("delete from logistics.round_task where origin_id = :origin and stop_id = :id", round, stop.value())
                .update();
        sql("delete from logistics.round_stop where origin_id = :origin and id = :id", round, stop.value())
                .update();
    }

    void window(Round round, StopId stop, Optional<Stop.Window> window) {
        sql(
                        "update logistics.round_stop set opens_at = :opens::timestamptz, closes_at = :closes::timestamptz"
                                + " where origin_id = :origin and id = :id",
                        round,
                        stop.value())
                .param("opens", window.map(w -> w.from().toString()).orElse(null))
                .param("closes", window.map(w -> w.to().toString()).orElse(null))
                .update();
    }

    /// The earliest arrival that is told counts.
    void arrive(Round round, StopId stop, Instant at) {
        sql("""
                update logistics.round_stop set arrived_at = least(coalesce(arrived_at, :at), :at)
                where origin_id = :origin and id = :id
                """, round, stop.value()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void loaded(Round round, TaskId task, Instant at) {
        sql(
                        "update logistics.round_task set loaded_at = :at where origin_id = :origin and id = :id",
                        round,
                        task.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(Round round, TaskId task, Task.State state, Instant at, String reason) {
        sql("""
                update logistics.round_task set state = :state, ended_at = :at, reason = nullif(:reason, '')
                where origin_id = :origin and id = :id
                """, round, task.value())
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    void end(Round round, StopId stop, Stop.State state, Instant at, String reason) {
        sql("""
                update logistics.round_stop set state = :state, ended_at = :at, reason = nullif(:reason, ''),
                  arrived_at = coalesce(arrived_at, :at)
                where origin_id = :origin and id = :id
                """, round, stop.value())
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /// Takes all that is still open off the round: it can be planned anew.
    void drop(Round round, Instant at) {
        jdbc.sql("""
                update logistics.round_task set state = 'DROPPED', ended_at = :at
                where origin_id = :origin and round_id = :round and state = 'PENDING'
                """)
                .params(Map.of(
                        "origin", round.origin().value(), "round", round.id().value()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec sql(String text, Round round, UUID id) {
        return jdbc.sql(text).param("origin", round.origin().value()).param("id", id);
    }
}
