package org.farmgate.logistics.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.routing.Stop.Direction;

/// The best there is, by trying every order of every set of stops on every vehicle; for six stops or so.
final class ExactRouting {
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final RoutingProblem problem;
    private final List<Stop> stops;
    private final Map<String, String> partner = new HashMap<>();

    private ExactRouting(RoutingProblem problem) {
        this.problem = problem;
        stops = problem.stops();
        problem.transfers().forEach(t -> {
            partner.put(t.collection(), t.delivery());
            partner.put(t.delivery(), t.collection());
        });
    }

    record Best(int leftOut, long cost) {}

    static Best best(RoutingProblem problem) {
        return new ExactRouting(problem).solve();
    }

    private Best solve() {
        int sets = 1 << stops.size();
        long[] cheapest = new long[sets];
        Arrays.fill(cheapest, NEVER);
        cheapest[0] = 0;
        for (Vehicle v : problem.vehicles()) {
            long[] alone = new long[sets];
            for (int set = 0; set < sets; set++) {
                alone[set] = set == 0 ? 0 : order(v, set, new Stop[Integer.bitCount(set)], 0);
            }
            for (int n = 0; n < Math.min(v.count(), stops.size()); n++) {
                long[] with = new long[sets];
                Arrays.fill(with, NEVER);
                for (int set = 0; set < sets; set++) {
                    for (int part = set; ; part = (part - 1) & set) {
                        with[set] = Math.min(with[set], cheapest[set ^ part] + alone[part]);
                        if (part == 0) {
                            break;
                        }
                    }
                }
                cheapest = with;
            }
        }
        Best best = new Best(stops.size(), 0);
        for (int set = 0; set < sets; set++) {
            int left = stops.size() - Integer.bitCount(set);
            if (cheapest[set] < NEVER
                    && (left < best.leftOut() || (left == best.leftOut() && cheapest[set] < best.cost()))) {
                best = new Best(left, cheapest[set]);
            }
        }
        return best;
    }

    private long order(Vehicle v, int set, Stop[] order, int filled) {
        if (set == 0) {
            return cost(v, List.of(order));
        }
        long best = NEVER;
        for (int i = 0; i < stops.size(); i++) {
            if ((set >> i & 1) == 1) {
                order[filled] = stops.get(i);
                best = Math.min(best, order(v, set & ~(1 << i), order, filled + 1));
            }
        }
        return best;
    }

    private Depot depot(String key) {
        return problem.depots().stream()
                .filter(d -> d.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private long cost(Vehicle v, List<Stop> order) {
        Depot start = depot(v.startDepot());
        Depot end = depot(v.endDepot());
        long time = Math.max(v.shift().fromSecond(), start.open().fromSecond());
        long driving = 0;
        long metres = 0;
        long grams =
                order.stream().filter(this::fromDepot).mapToLong(Stop::grams).sum();
        long litres =
                order.stream().filter(this::fromDepot).mapToLong(Stop::litres).sum();
        boolean fits = grams <= v.grams() && litres <= v.litres();
        int place = start.place();
        for (int i = 0; i < order.size(); i++) {
            Stop s = order.get(i);
            int leg = problem.matrix().seconds(place, s.place());
            driving += leg;
            metres += problem.matrix().metres(place, s.place());
            time = Math.max(time + leg, s.window().fromSecond());
            fits &= time <= s.window().toSecond() && (v.cold() || !s.cold());
            time += s.serviceSeconds();
            boolean taken = s.direction() == Direction.COLLECTION;
            grams += taken ? s.grams() : -s.grams();
            litres += taken ? s.litres() : -s.litres();
            fits &= grams <= v.grams() && litres <= v.litres();
            String other = partner.get(s.key());
            if (other != null) {
                List<Stop> where = taken ? order.subList(i, order.size()) : order.subList(0, i);
                fits &= where.stream().anyMatch(o -> o.key().equals(other));
            }
            place = s.place();
        }
        int home = problem.matrix().seconds(place, end.place());
        metres += problem.matrix().metres(place, end.place());
        fits &= time + home <= Math.min(v.shift().toSecond(), end.open().toSecond());
        fits &= driving + home <= v.longestDrivingSeconds();
        if (!fits) {
            return NEVER;
        }
        return problem.objective() == Objective.DISTANCE
                ? metres
                : 1000 * v.fenPerTrip() + v.fenPerKilometre() * metres;
    }

    private boolean fromDepot(Stop s) {
        return s.direction() == Direction.DELIVERY && !partner.containsKey(s.key());
    }
}
