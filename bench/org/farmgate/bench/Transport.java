package org.farmgate.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the best so many grams of one product could earn on one lane in one week, for
/// `BoundChecker`: supplies at their prices are carried to demands that they fit, row by row.
///
/// By augmenting paths: the supply and the demand that earn most are joined, past other supplies
/// that change over to other demands where that is needed, until no more pays. What each gram more
/// earns therefore falls, and the first so many grams of the result are the best so many.
final class Transport {
    private final List<long[]> supplies = new ArrayList<>();
    private final List<long[]> demands = new ArrayList<>();
    private final List<boolean[]> fits = new ArrayList<>();

    /// Adds a supply of a price and a mass.
    void supply(long price, long grams) {
        supplies.add(new long[] {price, grams});
    }

    /// Adds a demand that pays so much net and can be met by the supplies marked, of those added
    /// before.
    void demand(long pays, long grams, boolean[] fitting) {
        demands.add(new long[] {pays, grams});
        fits.add(fitting);
    }

    /// The grams in falling order of what they earn; only those that earn something.
    List<WholeTrucks.Piece> pieces(boolean cold) {
        List<WholeTrucks.Piece> pieces = new ArrayList<>();
        long[][] flow = new long[supplies.size()][demands.size()];
        int[] cheapestFirst = IntStream.range(0, supplies.size())
                .boxed()
                .sorted(Comparator.comparingLong(s -> supplies.get(s)[0]))
                .mapToInt(s -> s)
                .toArray();
        while (true) {
            long best = 0;
            List<int[]> path = List.of();
            long most = demands.stream()
                    .filter(d -> d[1] > 0)
                    .mapToLong(d -> d[0])
                    .max()
                    .orElse(Long.MIN_VALUE / 2);
            for (int s : cheapestFirst) {
                if (most - supplies.get(s)[0] <= best) {
                    break;
                }
                List<int[]> found = supplies.get(s)[1] > 0 ? bestFrom(s, flow) : List.of();
                if (!found.isEmpty()) {
                    long earns = demands.get(found.getLast()[1])[0] - supplies.get(s)[0];
                    if (earns > best) {
                        best = earns;
                        path = found;
                    }
                }
            }
            if (path.isEmpty()) {
                return pieces;
            }
            pieces.add(new WholeTrucks.Piece(best, send(path, flow), cold));
        }
    }

    /// The way from a supply to the demand that pays most of those it reaches, as pairs to join:
    /// each but the first has its supply leave the demand of the pair before.
    private List<int[]> bestFrom(int start, long[][] flow) {
        int[] supplyOfDemand = new int[demands.size()];
        int[] demandLeft = new int[supplies.size()];
        boolean[] seen = new boolean[supplies.size()];
        java.util.Arrays.fill(supplyOfDemand, -1);
        List<Integer> open = new ArrayList<>(List.of(start));
        seen[start] = true;
        demandLeft[start] = -1;
        int best = -1;
        for (int at = 0; at < open.size(); at++) {
            int s = open.get(at);
            for (int d = 0; d < demands.size(); d++) {
                if (supplyOfDemand[d] < 0 && fits.get(d)[s]) {
                    supplyOfDemand[d] = s;
                    boolean unmet = demands.get(d)[1] > 0;
                    best = unmet && (best < 0 || demands.get(d)[0] > demands.get(best)[0]) ? d : best;
                    for (int other = 0; other < supplies.size(); other++) {
                        if (!seen[other] && flow[other][d] > 0) {
                            seen[other] = true;
                            demandLeft[other] = d;
                            open.add(other);
                        }
                    }
                }
            }
        }
        List<int[]> path = new ArrayList<>();
        for (int d = best; d >= 0; d = demandLeft[supplyOfDemand[d]]) {
            path.addFirst(new int[] {supplyOfDemand[d], d});
        }
        return path;
    }

    private long send(List<int[]> path, long[][] flow) {
        long[] from = supplies.get(path.getFirst()[0]);
        long[] to = demands.get(path.getLast()[1]);
        long grams = Math.min(from[1], to[1]);
        for (int i = 1; i < path.size(); i++) {
            grams = Math.min(grams, flow[path.get(i)[0]][path.get(i - 1)[1]]);
        }
        for (int i = 0; i < path.size(); i++) {
            flow[path.get(i)[0]][path.get(i)[1]] += grams;
            if (i > 0) {
                flow[path.get(i)[0]][path.get(i - 1)[1]] -= grams;
            }
        }
        from[1] -= grams;
        to[1] -= grams;
        return grams;
    }
}
