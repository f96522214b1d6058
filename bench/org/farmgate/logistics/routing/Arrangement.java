package org.farmgate.logistics.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Stops that a person, or another solver, put into an order, written down as a plan with its times: for
/// [RoutingChecker], which tells what is wrong with it.
public record Arrangement(RoutingProblem problem, List<Lane> lanes) {
    /// A vehicle with its stops in order.
    ///
    /// @param number which of the vehicles alike, counted from 0
    public record Lane(String vehicle, int number, List<String> stops) {
        public Lane {
            stops = List.copyOf(stops);
        }
    }

    public Arrangement {
        lanes = List.copyOf(lanes);
    }

    /// Late calls and all; what stands on no lane is left out.
    public RoutingPlan plan() {
        Model m = new Model(problem);
        Map<String, Integer> types = new HashMap<>();
        for (int v = 0; v < m.types; v++) types.put(problem.vehicles().get(v).key(), v);
        Timetable timetable = new Timetable(m);
        Reasons reasons = new Reasons(m);
        List<Route> routes = new ArrayList<>();
        boolean[] there = new boolean[m.stops];
        for (Lane lane : lanes) {
            int[] stops = lane.stops().stream().mapToInt(m::index).toArray();
            for (int stop : stops) there[stop] = true;
            Integer type = types.get(lane.vehicle());
            if (type == null) throw new IllegalArgumentException("there is no vehicle " + lane.vehicle());
            if (stops.length > 0) routes.add(timetable.route(type, lane.number(), stops, stops.length));
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < m.stops; i++) if (!there[i]) leftOut.add(new LeftOut(m.key(i), reasons.of(i)));
        long metres = routes.stream().mapToLong(Route::metres).sum();
        long cost = routes.stream().mapToLong(Route::costMillifen).sum();
        return new RoutingPlan(routes, leftOut, metres, cost, 0);
    }

    /// With the stop at that position of that lane, counted without it, wherever it was before.
    public Arrangement moved(String stop, int lane, int position) {
        List<Lane> after = new ArrayList<>(takenOff(stop).lanes());
        List<String> stops = new ArrayList<>(after.get(lane).stops());
        stops.add(position, stop);
        after.set(lane, new Lane(after.get(lane).vehicle(), after.get(lane).number(), stops));
        return new Arrangement(problem, after);
    }

    public Arrangement takenOff(String stop) {
        return new Arrangement(
                problem,
                lanes.stream()
                        .map(lane -> new Lane(
                                lane.vehicle(),
                                lane.number(),
                                lane.stops().stream()
                                        .filter(one -> !one.equals(stop))
                                        .toList()))
                        .toList());
    }
}
