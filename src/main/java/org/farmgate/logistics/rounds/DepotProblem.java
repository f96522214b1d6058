package org.farmgate.logistics.rounds;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.farmgate.logistics.rounds.RoundPlanRequest.Crew;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.logistics.routing.Depot;
import org.farmgate.logistics.routing.Matrix;
import org.farmgate.logistics.routing.Objective;
import org.farmgate.logistics.routing.RoutingProblem;
import org.farmgate.logistics.routing.Window;
import org.farmgate.place.Coordinates;

/// One depot's day in the words of the routing engine. Goods lie at one depot and vehicles return to theirs, so depots
/// are solved one by one without losing anything. Seconds count from midnight.
final class DepotProblem {
    /// The transport rules (Road Safety Act's regulation, art. 62, with the labour law's day): eight hours at the
    /// wheel in all.
    static final int LONGEST_DRIVING_SECONDS = 8 * 3600;

    private static final String HOME = "depot";

    private final RoutingProblem problem;
    private final Map<String, Crew> crews = new LinkedHashMap<>();
    private final Map<String, Stop> stops = new LinkedHashMap<>();

    DepotProblem(
            Coordinates depot,
            java.time.LocalDate day,
            List<Crew> crews,
            Map<VehicleId, Vehicle> vehicles,
            List<Stop> stops,
            ToLongBiFunction<Coordinates, Coordinates> road) {
        crews.forEach(crew -> this.crews.put(crew.vehicle().toString(), crew));
        stops.forEach(stop -> this.stops.put(stop.id().toString(), stop));
        Map<Coordinates, Integer> places = new HashMap<>();
        List<Coordinates> points = new ArrayList<>();
        place(depot, places, points);
        stops.forEach(stop -> place(stop.at(), places, points));
        List<org.farmgate.logistics.routing.Vehicle> fleet = crews.stream()
                .map(crew -> vehicle(crew, java.util.Objects.requireNonNull(vehicles.get(crew.vehicle()))))
                .toList();
        List<org.farmgate.logistics.routing.Stop> wanted = stops.stream()
                .map(stop -> stop(stop, java.util.Objects.requireNonNull(places.get(stop.at())), day))
                .toList();
        this.problem = new RoutingProblem(
                List.of(new Depot(HOME, 0, Window.ALWAYS)),
                fleet,
                wanted,
                List.of(),
                matrix(points, road),
                Objective.COST);
    }

    RoutingProblem problem() {
        return problem;
    }

    Crew crew(String key) {
        return java.util.Objects.requireNonNull(crews.get(key));
    }

    Stop stop(String key) {
        return java.util.Objects.requireNonNull(stops.get(key));
    }

    private static void place(Coordinates at, Map<Coordinates, Integer> places, List<Coordinates> points) {
        if (places.putIfAbsent(at, points.size()) == null) points.add(at);
    }

    private static Matrix matrix(List<Coordinates> points, ToLongBiFunction<Coordinates, Coordinates> road) {
        int[][] metres = new int[points.size()][points.size()];
        int[][] seconds = new int[points.size()][points.size()];
        for (int from = 0; from < points.size(); from++)
            for (int to = 0; to < points.size(); to++) {
                long way = from == to ? 0 : road.applyAsLong(points.get(from), points.get(to));
                metres[from][to] = Math.toIntExact(way);
                seconds[from][to] = Math.toIntExact(Reckoning.seconds(way));
            }
        return Matrix.of(metres, seconds);
    }

    private static org.farmgate.logistics.routing.Vehicle vehicle(Crew crew, Vehicle vehicle) {
        return new org.farmgate.logistics.routing.Vehicle(
                crew.vehicle().toString(),
                1,
                HOME,
                HOME,
                vehicle.capacity().grams(),
                vehicle.litres(),
                vehicle.cold(),
                new Window(second(crew.shift().from()), second(crew.shift().to())),
                LONGEST_DRIVING_SECONDS,
                vehicle.perTrip().fen(),
                vehicle.perKilometre().fen());
    }

    private static org.farmgate.logistics.routing.Stop stop(Stop stop, int place, java.time.LocalDate day) {
        Task first = stop.tasks().getFirst();
        java.time.Instant midnight = day.atStartOfDay(Shift.ZONE).toInstant();
        Window window = stop.window()
                .map(open -> new Window(
                        (int) java.time.Duration.between(midnight, open.from()).toSeconds(),
                        (int) java.time.Duration.between(midnight, open.to()).toSeconds()))
                .orElse(Window.ALWAYS);
        return new org.farmgate.logistics.routing.Stop(
                stop.id().toString(),
                place,
                switch (first.kind()) {
                    case DELIVER -> org.farmgate.logistics.routing.Stop.Direction.DELIVERY;
                    case COLLECT -> org.farmgate.logistics.routing.Stop.Direction.COLLECTION;
                },
                stop.tasks().stream().mapToLong(task -> task.mass().grams()).sum(),
                stop.tasks().stream().mapToLong(Task::litres).sum(),
                window,
                stop.serviceSeconds(),
                stop.tasks().stream().anyMatch(Task::cold));
    }

    private static int second(LocalTime time) {
        return time.toSecondOfDay();
    }
}
