package org.farmgate.logistics.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Distance;

/// What a round comes to when its stops are driven in one order: times, ways, load, cost. Nothing but arithmetic, so
/// that a dispatcher can be told what a change costs before it is made.
///
/// @param legs one for each stop, in order
/// @param lateSeconds after the windows closed and after the shift ended, all added up
/// @param overGrams by how much the fullest leg exceeds the vehicle
/// @param warm how many tasks need cold that the vehicle has not
/// @param backAt when the vehicle is at its depot again
record Reckoning(
        List<Leg> legs, Round.Sums sums, long lateSeconds, long overGrams, long overLitres, int warm, Instant backAt) {
    /// Forty kilometres an hour, as vans make through villages and towns; the stops' own time comes on top.
    static final long METRES_PER_HOUR = 40_000;

    record Leg(long metres, Instant arrival, Instant end, long lateSeconds) {}

    static long seconds(long metres) {
        return Math.ceilDiv(metres * 3600, METRES_PER_HOUR);
    }

    /// As [org.farmgate.place.Distances] estimates, without asking it: one plan wants a hundred thousand ways.
    static long road(Coordinates from, Coordinates to) {
        return Math.round(from.greatCircleMetres(to) * Distance.DETOUR_TENTHS / 10);
    }

    static Reckoning of(
            Coordinates depot, Vehicle vehicle, Round round, ToLongBiFunction<Coordinates, Coordinates> metres) {
        return new Sum(depot, vehicle, round, metres).all();
    }

    private static final class Sum {
        private final Coordinates depot;
        private final Vehicle vehicle;
        private final Round round;
        private final ToLongBiFunction<Coordinates, Coordinates> road;
        private final List<Leg> legs = new ArrayList<>();
        private long grams;
        private long litres;
        private long mostGrams;
        private long mostLitres;
        private long metres;
        private long emptyMetres;
        private long gramMetres;
        private long late;

        Sum(Coordinates depot, Vehicle vehicle, Round round, ToLongBiFunction<Coordinates, Coordinates> road) {
            this.depot = depot;
            this.vehicle = vehicle;
            this.round = round;
            this.road = road;
        }

        Reckoning all() {
            Instant start = round.shift().startsAt(round.day());
            Instant now = round.startedAt().filter(start::isBefore).orElse(start);
            Coordinates here = depot;
            tasks(Task.Kind.DELIVER).forEach(this::load);
            most();
            for (Stop stop : round.stops()) {
                long way = drive(here, stop.at());
                Instant arrival = stop.arrivedAt().orElse(now.plusSeconds(seconds(way)));
                Instant begin = stop.window()
                        .map(Stop.Window::from)
                        .filter(arrival::isBefore)
                        .orElse(arrival);
                long over =
                        stop.window().map(window -> since(window.to(), arrival)).orElse(0L);
                Instant end = stop.endedAt().orElse(begin.plusSeconds(stop.serviceSeconds()));
                late += over;
                legs.add(new Leg(way, arrival, end, over));
                stop.tasks().forEach(this::handle);
                most();
                now = end;
                here = stop.at();
            }
            if (!round.stops().isEmpty()) now = now.plusSeconds(seconds(drive(here, depot)));
            late += since(round.shift().endsAt(round.day()), now);
            Money cost = round.stops().isEmpty() ? Money.ZERO : vehicle.cost(metres);
            int warm = (int) round.tasks().stream()
                    .filter(task -> task.cold() && task.state() != Task.State.DROPPED && !vehicle.cold())
                    .count();
            return new Reckoning(
                    List.copyOf(legs),
                    new Round.Sums(metres, emptyMetres, gramMetres, cost),
                    late,
                    Math.max(0, mostGrams - vehicle.capacity().grams()),
                    Math.max(0, mostLitres - vehicle.litres()),
                    warm,
                    now);
        }

        private List<Task> tasks(Task.Kind kind) {
            return round.tasks().stream().filter(task -> task.kind() == kind).toList();
        }

        /// What is brought is on board from the start.
        private void load(Task task) {
            if (task.state() == Task.State.DROPPED) return;
            grams += task.mass().grams();
            litres += task.litres();
        }

        /// What could not be delivered rides on; what could not be fetched never rides.
        private void handle(Task task) {
            boolean happens = task.state() == Task.State.PENDING || task.state() == Task.State.DONE;
            if (!happens) return;
            int sign = switch (task.kind()) {
                case DELIVER -> -1;
                case COLLECT -> 1;
            };
            grams += sign * task.mass().grams();
            litres += (long) sign * task.litres();
        }

        private void most() {
            mostGrams = Math.max(mostGrams, grams);
            mostLitres = Math.max(mostLitres, litres);
        }

        private long drive(Coordinates from, Coordinates to) {
            long way = road.applyAsLong(from, to);
            metres += way;
            if (grams == 0) emptyMetres += way;
            gramMetres = Math.addExact(gramMetres, Math.multiplyExact(grams, way));
            return way;
        }

        private static long since(Instant from, Instant to) {
            return Math.max(0, Duration.between(from, to).toSeconds());
        }
    }

    /// The stops with their new times.
    List<Stop> timed(List<Stop> stops) {
        List<Stop> timed = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            Leg leg = legs.get(i);
            timed.add(stops.get(i).isOpen() ? stops.get(i).planned(leg.arrival(), leg.metres()) : stops.get(i));
        }
        return timed;
    }

    /// Where a stop costs least among these, no earlier than `first`: by lateness and overload first, then by way.
    static int cheapest(int first, int last, java.util.function.IntFunction<Reckoning> at) {
        Optional<Integer> best = Optional.empty();
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int place = first; place <= last; place++) {
            Reckoning there = at.apply(place);
            long fault = there.lateSeconds + there.overGrams / 1000 + there.overLitres;
            if (fault > least[0] || fault == least[0] && there.sums.metres() >= least[1]) continue;
            least = new long[] {fault, there.sums.metres()};
            best = Optional.of(place);
        }
        return best.orElse(last);
    }
}
