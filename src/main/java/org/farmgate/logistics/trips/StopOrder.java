package org.farmgate.logistics.trips;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// In which order a truck calls at places, without coming back: the nearest next, then turned round piece by
/// piece as long as that makes it shorter (2-opt, Croes 1958). A trip's goods are given; rounds, where it
/// matters which stops go together, are planned by the routing engine.
final class StopOrder {
    private static final int MOST_TURNS = 50;

    private StopOrder() {}

    /// @param from where the truck stands before; negative where any may be first
    /// @param places to call at, by their numbers in the matrix
    static List<Integer> of(long[][] metres, int from, Set<Integer> places) {
        Set<Integer> left = new TreeSet<>(places);
        List<Integer> order = new ArrayList<>();
        int at = from;
        while (!left.isEmpty()) {
            int here = at;
            int next = here < 0
                    ? farthest(metres, left)
                    : left.stream()
                            .min(java.util.Comparator.comparingLong(place -> metres[here][place]))
                            .orElseThrow();
            left.remove(next);
            order.add(next);
            at = next;
        }
        shorten(metres, from, order);
        return order;
    }

    /// Of pick-ups that start anywhere: the one that is farthest from all others is no place to end at.
    private static int farthest(long[][] metres, Set<Integer> places) {
        return places.stream()
                .max(java.util.Comparator.comparingLong(place ->
                        places.stream().mapToLong(other -> metres[place][other]).sum()))
                .orElseThrow();
    }

    private static void shorten(long[][] metres, int from, List<Integer> order) {
        boolean shorter = true;
        for (int turn = 0; shorter && turn < MOST_TURNS; turn++) {
            shorter = false;
            for (int i = 0; i < order.size() - 1; i++)
                for (int j = i + 1; j < order.size(); j++)
                    if (gain(metres, from, order, i, j) > 0) {
                        java.util.Collections.reverse(order.subList(i, j + 1));
                        shorter = true;
                    }
        }
    }

    /// What turning the piece from `i` to `j` round saves.
    private static long gain(long[][] metres, int from, List<Integer> order, int i, int j) {
        int before = i == 0 ? from : order.get(i - 1);
        int first = order.get(i);
        int last = order.get(j);
        long now = before < 0 ? 0 : metres[before][first];
        long then = before < 0 ? 0 : metres[before][last];
        if (j + 1 < order.size()) {
            now += metres[last][order.get(j + 1)];
            then += metres[first][order.get(j + 1)];
        }
        for (int k = i; k < j; k++) {
            now += metres[order.get(k)][order.get(k + 1)];
            then += metres[order.get(k + 1)][order.get(k)];
        }
        return now - then;
    }
}
