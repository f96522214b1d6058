package org.farmgate.logistics.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.logistics.routing.RoutingFault.Kind;
import org.farmgate.logistics.routing.Stop.Direction;

/// Proves a plan from the problem's rows alone, with nothing of the solver's code: each time, load, length and cost
/// is reckoned anew, each limit looked at, each stop counted.
public final class RoutingChecker {
    private final RoutingProblem problem;
    private final Map<String, Stop> stops = new HashMap<>();
    private final Map<String, Vehicle> vehicles = new HashMap<>();
    private final Map<String, Depot> depots = new HashMap<>();
    private final Map<String, String> partner = new HashMap<>();
    private final List<RoutingFault> faults = new ArrayList<>();

    private RoutingChecker(RoutingProblem problem) {
        this.problem = problem;
        problem.stops().forEach(s -> stops.put(s.key(), s));
        problem.vehicles().forEach(v -> vehicles.put(v.key(), v));
        problem.depots().forEach(d -> depots.put(d.key(), d));
        for (Transfer t : problem.transfers()) {
            partner.put(t.collection(), t.delivery());
            partner.put(t.delivery(), t.collection());
        }
    }

    /// Everything that is wrong with the plan; nothing when it may be driven as it stands.
    public static List<RoutingFault> faults(RoutingProblem problem, RoutingPlan plan) {
        RoutingChecker checker = new RoutingChecker(problem);
        checker.checkCalls(plan);
        Set<String> used = new HashSet<>();
        long metres = 0;
        long cost = 0;
        for (Route r : plan.routes()) {
            checker.blame(!used.add(name(r)), Kind.VEHICLE_TWICE, name(r), 0);
            checker.checkRoute(r);
            metres += r.metres();
            cost += r.costMillifen();
        }
        checker.blame(metres != plan.metres(), Kind.METRES_WRONG, "plan", plan.metres() - metres);
        checker.blame(cost != plan.costMillifen(), Kind.COST_WRONG, "plan", plan.costMillifen() - cost);
        return List.copyOf(checker.faults);
    }

    private static String name(Route route) {
        return route.vehicle() + "/" + route.number();
    }

    private void blame(boolean broken, Kind kind, String about, long by) {
        if (broken) {
            faults.add(new RoutingFault(kind, about, by));
        }
    }

    private void checkCalls(RoutingPlan plan) {
        Set<String> seen = new HashSet<>();
        plan.routes().forEach(r -> r.visits().forEach(v -> call(seen, v.stop())));
        plan.leftOut().forEach(l -> call(seen, l.stop()));
        for (Stop s : problem.stops()) {
            blame(!seen.contains(s.key()), Kind.STOP_FORGOTTEN, s.key(), 0);
        }
    }

    private void call(Set<String> seen, String stop) {
        blame(!stops.containsKey(stop), Kind.UNKNOWN_STOP, stop, 0);
        blame(!seen.add(stop), Kind.STOP_TWICE, stop, 0);
    }

    private void checkRoute(Route route) {
        Vehicle vehicle = vehicles.get(route.vehicle());
        if (vehicle == null || route.number() < 0 || route.number() >= vehicle.count()) {
            blame(true, Kind.UNKNOWN_VEHICLE, name(route), 0);
            return;
        }
        blame(route.visits().isEmpty(), Kind.ROUTE_EMPTY, name(route), 0);
        List<Stop> calls = new ArrayList<>();
        for (Visit v : route.visits()) {
            Stop stop = stops.get(v.stop());
            if (stop == null) {
                return;
            }
            calls.add(stop);
        }
        checkTimes(route, vehicle, calls);
        checkLoads(route, vehicle, calls);
        checkTransfers(calls);
    }

    private void checkTimes(Route route, Vehicle vehicle, List<Stop> calls) {
        Depot start = depot(vehicle.startDepot());
        Depot end = depot(vehicle.endDepot());
        long opens = Math.max(vehicle.shift().fromSecond(), start.open().fromSecond());
        long closes = Math.min(vehicle.shift().toSecond(), end.open().toSecond());
        blame(route.departSecond() < opens, Kind.LEAVES_TOO_EARLY, name(route), opens - route.departSecond());
        long clock = route.departSecond();
        int place = start.place();
        long metres = 0;
        long driving = 0;
        for (int i = 0; i < calls.size(); i++) {
            Stop stop = calls.get(i);
            Visit visit = route.visits().get(i);
            int leg = problem.matrix().seconds(place, stop.place());
            metres += problem.matrix().metres(place, stop.place());
            driving += leg;
            blame(
                    visit.arriveSecond() != clock + leg,
                    Kind.TIMES_WRONG,
                    stop.key(),
                    visit.arriveSecond() - clock - leg);
            long early = Math.max(visit.arriveSecond(), stop.window().fromSecond()) - (long) visit.beginSecond();
            blame(early > 0, Kind.TOO_EARLY, stop.key(), early);
            long late = visit.beginSecond() - (long) stop.window().toSecond();
            blame(late > 0, Kind.TOO_LATE, stop.key(), late);
            long served = visit.leaveSecond() - (long) visit.beginSecond() - stop.serviceSeconds();
            blame(served != 0, Kind.TIMES_WRONG, stop.key(), served);
            clock = visit.leaveSecond();
            place = stop.place();
        }
        int home = problem.matrix().seconds(place, end.place());
        metres += problem.matrix().metres(place, end.place());
        driving += home;
        blame(route.returnSecond() != clock + home, Kind.TIMES_WRONG, name(route), route.returnSecond() - clock - home);
        blame(route.returnSecond() > closes, Kind.BACK_TOO_LATE, name(route), route.returnSecond() - closes);
        blame(driving != route.drivingSeconds(), Kind.TIMES_WRONG, name(route), route.drivingSeconds() - driving);
        long over = driving - vehicle.longestDrivingSeconds();
        blame(over > 0, Kind.DRIVES_TOO_LONG, name(route), over);
        checkCost(route, vehicle, metres);
    }

    private void checkCost(Route route, Vehicle vehicle, long metres) {
        blame(metres != route.metres(), Kind.METRES_WRONG, name(route), route.metres() - metres);
        long cost = switch (problem.objective()) {
            case DISTANCE -> metres;
            case COST -> 1000 * vehicle.fenPerTrip() + vehicle.fenPerKilometre() * metres;
        };
        blame(cost != route.costMillifen(), Kind.COST_WRONG, name(route), route.costMillifen() - cost);
    }

    private void checkLoads(Route route, Vehicle vehicle, List<Stop> calls) {
        long grams = 0;
        long litres = 0;
        for (Stop s : calls) {
            if (s.direction() == Direction.DELIVERY && !partner.containsKey(s.key())) {
                grams += s.grams();
                litres += s.litres();
            }
            blame(s.cold() && !vehicle.cold(), Kind.NOT_COLD, s.key(), 0);
        }
        boolean wrong = route.gramsAtDeparture() != grams || route.litresAtDeparture() != litres;
        blame(wrong, Kind.LOADS_WRONG, name(route), 0);
        long mostGrams = grams;
        long mostLitres = litres;
        for (int i = 0; i < calls.size(); i++) {
            Stop s = calls.get(i);
            Visit visit = route.visits().get(i);
            int sign = s.direction() == Direction.COLLECTION ? 1 : -1;
            grams += sign * s.grams();
            litres += sign * s.litres();
            mostGrams = Math.max(mostGrams, grams);
            mostLitres = Math.max(mostLitres, litres);
            wrong = visit.gramsAfter() != grams || visit.litresAfter() != litres;
            blame(wrong, Kind.LOADS_WRONG, s.key(), 0);
        }
        blame(mostGrams > vehicle.grams(), Kind.TOO_HEAVY, name(route), mostGrams - vehicle.grams());
        blame(mostLitres > vehicle.litres(), Kind.TOO_BULKY, name(route), mostLitres - vehicle.litres());
    }

    private void checkTransfers(List<Stop> calls) {
        List<String> keys = calls.stream().map(Stop::key).toList();
        for (int i = 0; i < keys.size(); i++) {
            String other = partner.get(keys.get(i));
            if (other != null) {
                int at = keys.indexOf(other);
                blame(at < 0, Kind.TRANSFER_TORN, keys.get(i), 0);
                boolean collection = calls.get(i).direction() == Direction.COLLECTION;
                blame(at >= 0 && collection && at < i, Kind.TRANSFER_REVERSED, keys.get(i), 0);
            }
        }
    }

    private Depot depot(String key) {
        Depot depot = depots.get(key);
        if (depot == null) {
            throw new IllegalStateException("a checked problem names the unknown depot " + key);
        }
        return depot;
    }
}
