package org.farmgate.logistics.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.routing.Stop.Direction;

/// The problem as arrays, for the search. Stops are nodes 0…n−1, depots the nodes after them; `metres[a * nodes + b]`.
/// The fields are read in innermost loops, so they are fields.
final class Model {
    final RoutingProblem problem;
    final int stops;
    final int nodes;
    final int[] metres;
    final int[] seconds;

    final int[] from;
    final int[] to;
    final int[] service;
    final int[] grams;
    final int[] litres;
    final boolean[] collected;
    final boolean[] cold;
    /// The other end of the stop's transfer, or −1.
    final int[] partner;

    final int types;
    final int[] startNode;
    final int[] endNode;
    final int[] count;
    final int[] capacityGrams;
    final int[] capacityLitres;
    final boolean[] coldType;
    final int[] opens;
    final int[] closes;
    final long[] longestDriving;
    final long[] tripCost;
    final long[] metreCost;
    /// An earlier vehicle that differs in its key only, or −1.
    final int[] twin;

    /// Whether any window, shift or opening time can bind.
    final boolean timed;
    final boolean bulky;
    final boolean drivingLimited;

    private final Map<String, Integer> stopIndex;

    Model(RoutingProblem problem) {
        this.problem = problem;
        stops = problem.stops().size();
        int depots = problem.depots().size();
        nodes = stops + depots;
        int[] place = new int[nodes];
        stopIndex = HashMap.newHashMap(stops);
        from = new int[stops];
        to = new int[stops];
        service = new int[stops];
        grams = new int[stops];
        litres = new int[stops];
        collected = new boolean[stops];
        cold = new boolean[stops];
        partner = new int[stops];
        for (int i = 0; i < stops; i++) {
            Stop s = problem.stops().get(i);
            stopIndex.put(s.key(), i);
            place[i] = s.place();
            from[i] = s.window().fromSecond();
            to[i] = s.window().toSecond();
            service[i] = s.serviceSeconds();
            grams[i] = (int) s.grams();
            litres[i] = (int) s.litres();
            collected[i] = s.direction() == Direction.COLLECTION;
            cold[i] = s.cold();
            partner[i] = -1;
        }
        for (Transfer t : problem.transfers()) {
            int collection = index(t.collection());
            int delivery = index(t.delivery());
            partner[collection] = delivery;
            partner[delivery] = collection;
        }
        Map<String, Integer> depotNode = HashMap.newHashMap(depots);
        for (int d = 0; d < depots; d++) {
            place[stops + d] = problem.depots().get(d).place();
            depotNode.put(problem.depots().get(d).key(), stops + d);
        }
        metres = new int[nodes * nodes];
        seconds = new int[nodes * nodes];
        fillLegs(place);

        types = problem.vehicles().size();
        startNode = new int[types];
        endNode = new int[types];
        count = new int[types];
        capacityGrams = new int[types];
        capacityLitres = new int[types];
        coldType = new boolean[types];
        opens = new int[types];
        closes = new int[types];
        longestDriving = new long[types];
        tripCost = new long[types];
        metreCost = new long[types];
        twin = new int[types];
        for (int v = 0; v < types; v++) {
            addVehicle(v, depotNode);
        }
        timed = isTimed();
        bulky = problem.stops().stream().anyMatch(s -> s.litres() > 0);
        drivingLimited = isDrivingLimited();
    }

    private void fillLegs(int[] place) {
        Matrix matrix = problem.matrix();
        for (int a = 0; a < nodes; a++) {
            for (int b = 0; b < nodes; b++) {
                metres[a * nodes + b] = matrix.metres(place[a], place[b]);
                seconds[a * nodes + b] = matrix.seconds(place[a], place[b]);
            }
        }
    }

    private void addVehicle(int v, Map<String, Integer> depotNode) {
        Vehicle vehicle = problem.vehicles().get(v);
        startNode[v] = depotNode.getOrDefault(vehicle.startDepot(), -1);
        endNode[v] = depotNode.getOrDefault(vehicle.endDepot(), -1);
        Window leaving = problem.depots().get(startNode[v] - stops).open();
        Window returning = problem.depots().get(endNode[v] - stops).open();
        count[v] = vehicle.count();
        capacityGrams[v] = (int) vehicle.grams();
        capacityLitres[v] = (int) vehicle.litres();
        coldType[v] = vehicle.cold();
        opens[v] = Math.max(vehicle.shift().fromSecond(), leaving.fromSecond());
        closes[v] = Math.min(vehicle.shift().toSecond(), returning.toSecond());
        longestDriving[v] = vehicle.longestDrivingSeconds();
        boolean cost = problem.objective() == Objective.COST;
        tripCost[v] = cost ? 1000 * vehicle.fenPerTrip() : 0;
        metreCost[v] = cost ? vehicle.fenPerKilometre() : 1;
        twin[v] = -1;
        for (int w = v - 1; w >= 0 && twin[v] < 0; w--) {
            if (alike(problem.vehicles().get(w), vehicle)) {
                twin[v] = w;
            }
        }
    }

    private static boolean alike(Vehicle a, Vehicle b) {
        return new Vehicle(
                        b.key(),
                        b.count(),
                        a.startDepot(),
                        a.endDepot(),
                        a.grams(),
                        a.litres(),
                        a.cold(),
                        a.shift(),
                        a.longestDrivingSeconds(),
                        a.fenPerTrip(),
                        a.fenPerKilometre())
                .equals(b);
    }

    private boolean isTimed() {
        long longest = 0;
        for (int leg : seconds) {
            longest = Math.max(longest, leg);
        }
        long total = longest * (stops + 1);
        for (int i = 0; i < stops; i++) {
            total += service[i];
            if (from[i] > 0 || to[i] < Window.END) {
                return true;
            }
        }
        for (int v = 0; v < types; v++) {
            if (opens[v] > 0 || closes[v] < Window.END) {
                return true;
            }
        }
        return total > Window.END;
    }

    private boolean isDrivingLimited() {
        for (long limit : longestDriving) {
            if (limit < Window.END) {
                return true;
            }
        }
        return false;
    }

    int index(String stop) {
        Integer index = stopIndex.get(stop);
        if (index == null) {
            throw new IllegalArgumentException("there is no stop " + stop);
        }
        return index;
    }

    String key(int stop) {
        return problem.stops().get(stop).key();
    }

    /// The stop by which a request is known: the stop itself, or the collection of its transfer.
    int lead(int stop) {
        return partner[stop] >= 0 && !collected[stop] ? partner[stop] : stop;
    }

    /// How many stops the request is.
    int weight(int lead) {
        return partner[lead] >= 0 ? 2 : 1;
    }

    /// Every request by its lead.
    List<Integer> requests() {
        List<Integer> leads = new ArrayList<>();
        for (int i = 0; i < stops; i++) {
            if (lead(i) == i) {
                leads.add(i);
            }
        }
        return leads;
    }
}
