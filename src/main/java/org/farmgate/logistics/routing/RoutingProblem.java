package org.farmgate.logistics.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.logistics.routing.RoutingRefused.Fault;
import org.farmgate.logistics.routing.Stop.Direction;

/// Everything rounds are planned from. It checks itself: a problem that exists is one the solver can work on.
/// There may be no vehicles or no stops.
public record RoutingProblem(
        List<Depot> depots,
        List<Vehicle> vehicles,
        List<Stop> stops,
        List<Transfer> transfers,
        Matrix matrix,
        Objective objective) {

    /// The dearest trip or kilometre: ten million yuan, ten thousand yuan.
    static final long DEAREST_TRIP_FEN = 1_000_000_000L;

    static final long DEAREST_KILOMETRE_FEN = 1_000_000L;

    public RoutingProblem {
        depots = List.copyOf(depots);
        vehicles = List.copyOf(vehicles);
        stops = List.copyOf(stops);
        transfers = List.copyOf(transfers);
        checkDepots(depots, matrix);
        checkVehicles(vehicles, depots);
        checkTransfers(transfers, checkedStops(stops, matrix));
    }

    private static void checkDepots(List<Depot> depots, Matrix matrix) {
        Set<String> keys = new HashSet<>();
        for (Depot d : depots) {
            String row = "depot " + d.key();
            refuse(!keys.add(d.key()), Fault.KEY_REPEATED, row);
            refuse(d.place() < 0 || d.place() >= matrix.places(), Fault.UNKNOWN_PLACE, row);
            checkWindow(d.open(), row);
        }
    }

    private static void checkVehicles(List<Vehicle> vehicles, List<Depot> depots) {
        Set<String> known = new HashSet<>();
        depots.forEach(d -> known.add(d.key()));
        Set<String> keys = new HashSet<>();
        for (Vehicle v : vehicles) {
            String row = "vehicle " + v.key();
            refuse(!keys.add(v.key()), Fault.KEY_REPEATED, row);
            refuse(v.count() < 1, Fault.COUNT_NOT_POSITIVE, row);
            refuse(!known.contains(v.startDepot()) || !known.contains(v.endDepot()), Fault.UNKNOWN_DEPOT, row);
            refuse(isNoLoad(v.grams()) || isNoLoad(v.litres()), Fault.CAPACITY_OUT_OF_RANGE, row);
            refuse(v.longestDrivingSeconds() < 0, Fault.TIME_OUT_OF_RANGE, row);
            refuse(v.fenPerTrip() < 0 || v.fenPerTrip() > DEAREST_TRIP_FEN, Fault.COST_OUT_OF_RANGE, row);
            refuse(
                    v.fenPerKilometre() < 0 || v.fenPerKilometre() > DEAREST_KILOMETRE_FEN,
                    Fault.COST_OUT_OF_RANGE,
                    row);
            checkWindow(v.shift(), row);
        }
    }

    private static Map<String, Stop> checkedStops(List<Stop> stops, Matrix matrix) {
        Map<String, Stop> byKey = HashMap.newHashMap(stops.size());
        for (Stop s : stops) {
            String row = "stop " + s.key();
            refuse(byKey.put(s.key(), s) != null, Fault.KEY_REPEATED, row);
            refuse(s.place() < 0 || s.place() >= matrix.places(), Fault.UNKNOWN_PLACE, row);
            refuse(isNoLoad(s.grams()) || isNoLoad(s.litres()), Fault.LOAD_OUT_OF_RANGE, row);
            refuse(s.serviceSeconds() < 0 || s.serviceSeconds() > Matrix.LONGEST, Fault.TIME_OUT_OF_RANGE, row);
            checkWindow(s.window(), row);
        }
        return byKey;
    }

    private static void checkTransfers(List<Transfer> transfers, Map<String, Stop> stops) {
        Set<String> bound = new HashSet<>();
        for (Transfer t : transfers) {
            String row = "transfer " + t.collection() + "→" + t.delivery();
            Stop from = stops.get(t.collection());
            Stop to = stops.get(t.delivery());
            if (from == null || to == null) {
                throw new RoutingRefused(Fault.UNKNOWN_STOP, row);
            }
            refuse(
                    from.direction() != Direction.COLLECTION || to.direction() != Direction.DELIVERY,
                    Fault.TRANSFER_DIRECTION_WRONG,
                    row);
            refuse(from.grams() != to.grams() || from.litres() != to.litres(), Fault.TRANSFER_LOADS_DIFFER, row);
            refuse(!bound.add(t.collection()) || !bound.add(t.delivery()), Fault.TRANSFER_REPEATED, row);
        }
    }

    private static boolean isNoLoad(long load) {
        return load < 0 || load > Vehicle.UNBOUNDED;
    }

    private static void checkWindow(Window window, String row) {
        refuse(window.isReversed(), Fault.WINDOW_REVERSED, row);
        refuse(window.isOutOfRange(), Fault.TIME_OUT_OF_RANGE, row);
    }

    private static void refuse(boolean broken, Fault fault, String row) {
        if (broken) {
            throw new RoutingRefused(fault, row);
        }
    }
}
