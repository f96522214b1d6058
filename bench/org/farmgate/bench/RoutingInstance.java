package org.farmgate.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.farmgate.logistics.routing.Depot;
import org.farmgate.logistics.routing.Matrix;
import org.farmgate.logistics.routing.Objective;
import org.farmgate.logistics.routing.Route;
import org.farmgate.logistics.routing.RoutingPlan;
import org.farmgate.logistics.routing.RoutingProblem;
import org.farmgate.logistics.routing.Stop;
import org.farmgate.logistics.routing.Transfer;
import org.farmgate.logistics.routing.Vehicle;
import org.farmgate.logistics.routing.Window;

/// One published instance: node 0 is the depot, a stop's key is its node's number.
///
/// @param vehicles the most that may be used, or Vehicle.UNLIMITED
/// @param distances between nodes, unrounded
/// @param longestRoute of distance and service together; infinite where the instance has no such limit
/// @param fewestVehiclesFirst the published costs are those of the fewest vehicles
@SuppressWarnings("ArrayRecordComponent") // read only here
record RoutingInstance(
        String name,
        int vehicles,
        long capacity,
        double[][] distances,
        List<Node> nodes,
        List<Transfer> transfers,
        double longestRoute,
        boolean timed,
        boolean fewestVehiclesFirst) {

    /// @param demand negative where goods of a transfer are set down
    record Node(long demand, double ready, double due, double service) {}

    /// "A", "X up to 200", "Solomon" …: instances whose mean gap is told together.
    String set() {
        if (name.startsWith("X-")) {
            return nodes.size() <= 201 ? "X up to 200" : "X above 200";
        }
        int dash = name.indexOf('-');
        if (dash > 0) {
            return name.substring(0, dash);
        }
        return transfers.isEmpty() && timed ? "Solomon" : timed ? "Li & Lim" : name.replaceAll("[\\d_].*", "");
    }

    RoutingInstance fewestVehicles() {
        return new RoutingInstance(name, vehicles, capacity, distances, nodes, transfers, longestRoute, timed, true);
    }

    /// Distance is the objective. Where fewest vehicles come first, each costs more than any detour.
    RoutingProblem problem(Rounding rounding) {
        int n = nodes.size();
        int[][] metres = new int[n][n];
        int[][] seconds = new int[n][n];
        boolean clock = timed || longestRoute < Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                metres[a][b] = rounding.units(distances[a][b]);
                seconds[a][b] = clock ? metres[a][b] : 0;
            }
        }
        Window open = window(nodes.getFirst(), rounding);
        if (longestRoute < Double.POSITIVE_INFINITY) {
            open = new Window(0, (int) Math.floor(longestRoute * rounding.scale));
        }
        List<Stop> stops =
                IntStream.range(1, n).mapToObj(number -> stop(number, rounding)).toList();
        long perTrip = fewestVehiclesFirst ? 1_000_000L : 0;
        Vehicle vehicle = new Vehicle(
                "vehicle",
                vehicles,
                "depot",
                "depot",
                capacity,
                Vehicle.UNBOUNDED,
                false,
                open,
                Integer.MAX_VALUE,
                perTrip,
                1);
        return new RoutingProblem(
                List.of(new Depot("depot", 0, Window.ALWAYS)),
                List.of(vehicle),
                stops,
                transfers,
                Matrix.of(metres, seconds),
                fewestVehiclesFirst ? Objective.COST : Objective.DISTANCE);
    }

    private Window window(Node node, Rounding rounding) {
        return timed
                ? new Window((int) Math.ceil(node.ready * rounding.scale), (int) Math.floor(node.due * rounding.scale))
                : Window.ALWAYS;
    }

    private Stop stop(int number, Rounding rounding) {
        Node node = nodes.get(number);
        boolean taken = !transfers.isEmpty() && node.demand > 0;
        return new Stop(
                String.valueOf(number),
                number,
                taken ? Stop.Direction.COLLECTION : Stop.Direction.DELIVERY,
                Math.abs(node.demand),
                0,
                window(node, rounding),
                (int) Math.round(node.service * rounding.scale),
                false);
    }

    /// Summed from the instance itself, not from what the solver was given.
    double cost(RoutingPlan plan, Rounding rounding) {
        double cost = 0;
        for (Route route : plan.routes()) {
            int previous = 0;
            for (String stop : route.stops()) {
                int next = Integer.parseInt(stop);
                cost += rounding.counted(distances[previous][next]);
                previous = next;
            }
            cost += rounding.counted(distances[previous][0]);
        }
        return cost;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%d stops)", name, nodes.size() - 1);
    }
}
