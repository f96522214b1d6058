package org.farmgate.logistics.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.routing.LeftOut.Reason;

/// The dispatcher's board: lanes of stops that a person arranges, and what each arrangement costs. It never changes;
/// a move makes a new board. What is not allowed may be arranged all the same, and is told as faults.
///
/// An effect takes a few microseconds: only the two lanes concerned are reckoned.
public final class DispatchBoard {

    /// A position in a lane; counted without the stop that is to be put there.
    public record Place(int lane, int position, MoveEffect effect) {}

    private final Model m;
    private final List<LaneSheet> sheets;
    /// The lane of each stop, or −1.
    private final int[] laneOf;

    private DispatchBoard(Model m, List<LaneSheet> sheets) {
        this.m = m;
        this.sheets = sheets;
        laneOf = new int[m.stops];
        Arrays.fill(laneOf, -1);
        for (int lane = 0; lane < sheets.size(); lane++) {
            for (int stop : sheets.get(lane).stops) {
                if (laneOf[stop] >= 0) {
                    throw new IllegalArgumentException("stop " + m.key(stop) + " is on the board twice");
                }
                laneOf[stop] = lane;
            }
        }
    }

    /// Throws `IllegalArgumentException` when a lane names an unknown vehicle or stop, or a stop stands twice.
    public static DispatchBoard of(RoutingProblem problem, List<Lane> lanes) {
        Model m = new Model(problem);
        Map<String, Integer> types = new HashMap<>();
        for (int v = 0; v < m.types; v++) {
            types.put(problem.vehicles().get(v).key(), v);
        }
        List<LaneSheet> sheets = new ArrayList<>();
        for (Lane lane : lanes) {
            Integer type = types.get(lane.vehicle());
            if (type == null) {
                throw new IllegalArgumentException("there is no vehicle " + lane.vehicle());
            }
            int[] stops = lane.stops().stream().mapToInt(m::index).toArray();
            sheets.add(new LaneSheet(m, type, lane.number(), stops));
        }
        return new DispatchBoard(m, sheets);
    }

    public static DispatchBoard of(RoutingProblem problem, RoutingPlan plan) {
        return of(problem, plan.routes().stream().map(Lane::of).toList());
    }

    public List<Lane> lanes() {
        return sheets.stream().map(LaneSheet::lane).toList();
    }

    /// What it would change to put the stop into the lane at the position, wherever it is now, or nowhere yet.
    /// Positions count without the stop: a stop taken from position 1 and put at 1 stays where it is.
    public MoveEffect effectOf(String stop, int lane, int position) {
        int index = m.index(stop);
        int source = laneOf[index];
        if (source == lane) {
            return effect(
                    index, sheets.get(lane), sheets.get(lane).without(index).with(index, position));
        }
        LaneSheet target = sheets.get(lane);
        LaneSheet filled = target.with(index, position);
        if (source < 0) {
            return effect(index, target, filled);
        }
        LaneSheet origin = sheets.get(source);
        return effect(index, target, filled, origin, origin.without(index));
    }

    /// What it would change to take the stop off the board.
    public MoveEffect effectOfTakingOff(String stop) {
        int index = m.index(stop);
        if (laneOf[index] < 0) {
            return new MoveEffect(0, 0, 0, 0, "", List.of());
        }
        LaneSheet origin = sheets.get(laneOf[index]);
        return effect(index, origin, origin.without(index));
    }

    /// The cheapest places for the stop, allowed ones first.
    public List<Place> cheapestPlaces(String stop, int most) {
        int index = m.index(stop);
        List<Place> places = new ArrayList<>();
        for (int lane = 0; lane < sheets.size(); lane++) {
            int positions = sheets.get(lane).stops.length + (laneOf[index] == lane ? 0 : 1);
            for (int p = 0; p < positions; p++) {
                places.add(new Place(lane, p, effectOf(stop, lane, p)));
            }
        }
        places.sort(Comparator.comparing((Place p) -> !p.effect().isAllowed())
                .thenComparingLong(p -> p.effect().extraMillifen()));
        return List.copyOf(places.subList(0, Math.min(most, places.size())));
    }

    public DispatchBoard moved(String stop, int lane, int position) {
        int index = m.index(stop);
        List<LaneSheet> after = new ArrayList<>(takenOff(stop).sheets);
        after.set(lane, after.get(lane).with(index, position));
        return new DispatchBoard(m, after);
    }

    public DispatchBoard takenOff(String stop) {
        int index = m.index(stop);
        List<LaneSheet> after = new ArrayList<>(sheets);
        if (laneOf[index] >= 0) {
            after.set(laneOf[index], after.get(laneOf[index]).without(index));
        }
        return new DispatchBoard(m, after);
    }

    /// The board as a plan, late calls and all; lanes without stops are left away. `RoutingChecker` tells what is wrong
    /// with it.
    public RoutingPlan plan() {
        Reasons reasons = new Reasons(m);
        Timetable timetable = new Timetable(m);
        List<Route> routes = sheets.stream()
                .filter(s -> s.stops.length > 0)
                .map(s -> timetable.route(s.type, s.number, s.stops, s.stops.length))
                .toList();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < m.stops; i++) {
            if (laneOf[i] < 0) {
                Reason reason = reasons.of(i);
                leftOut.add(new LeftOut(m.key(i), reason));
            }
        }
        long metres = routes.stream().mapToLong(Route::metres).sum();
        long cost = routes.stream().mapToLong(Route::costMillifen).sum();
        return new RoutingPlan(routes, leftOut, metres, cost, 0);
    }

    /// Sheets come as before, after, before, after; apart from the moved stop, both hold the same stops in the same
    /// order.
    private MoveEffect effect(int moved, LaneSheet... sheets) {
        long cost = 0;
        long metres = 0;
        long driving = 0;
        long delay = 0;
        String delayed = "";
        List<RoutingFault> faults = new ArrayList<>();
        for (int s = 0; s < sheets.length; s += 2) {
            LaneSheet before = sheets[s];
            LaneSheet after = sheets[s + 1];
            cost += after.cost - before.cost;
            metres += after.metres - before.metres;
            driving += after.driving - before.driving;
            int q = 0;
            for (int p = 0; p < after.stops.length; p++) {
                if (after.stops[p] == moved) {
                    continue;
                }
                q += before.stops[q] == moved ? 1 : 0;
                long later = after.begin[p] - before.begin[q++];
                if (later > delay) {
                    delay = later;
                    delayed = m.key(after.stops[p]);
                }
            }
            after.addFaults(faults);
        }
        return new MoveEffect(cost, metres, driving, delay, delayed, faults);
    }
}
