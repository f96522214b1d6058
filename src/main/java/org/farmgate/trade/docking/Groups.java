package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One side of the market, gathered: rows that differ only in price and mass act as one group.
///
/// That loses nothing: within a group any gram may stand in for any other, so a best plan sells the lowest floors
/// (serves the highest bids) first, and the group is its mass and its price curve. What a lock or a forbidden
/// pair singles out stands alone: a row is first split into *parts*, its locked masses and the rest.
final class Groups {

    /// A piece of one row. `lock` is the rule that demands it ships whole, or -1.
    record Part(int row, long grams, long price, int lock) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> partGroup = new ArrayList<>();
    private final Map<Object, Integer> groupByKey = new HashMap<>();

    /// Parts of each group, cheapest (for demands: highest) first.
    int[][] members = {};

    /// Mass of each group in grams.
    long[] grams = {};

    /// Price steps of each group in fen per tonne, merged: those of equal price are one step.
    long[][] stepPrice = {};

    /// Mass up to and including each step.
    long[][] stepUpTo = {};

    /// The row that gives a group its attributes.
    int[] row = {};

    /// Whether the group is one locked part, which must ship whole.
    boolean[] must = {};

    void add(Part part, Object key) {
        if (part.grams > 0) {
            parts.add(part);
            partGroup.add(groupByKey.computeIfAbsent(key, k -> groupByKey.size()));
        }
    }

    /// Sorts and sums up; nothing may be added afterwards.
    void close(boolean cheapestFirst) {
        int n = groupByKey.size();
        List<List<Integer>> lists = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            lists.add(new ArrayList<>());
        }
        for (int p = 0; p < parts.size(); p++) {
            lists.get(partGroup.get(p)).add(p);
        }
        Comparator<Integer> byPrice = Comparator.comparingLong(p -> parts.get(p).price);
        members = new int[n][];
        grams = new long[n];
        stepPrice = new long[n][];
        stepUpTo = new long[n][];
        row = new int[n];
        must = new boolean[n];
        for (int g = 0; g < n; g++) {
            lists.get(g).sort(cheapestFirst ? byPrice : byPrice.reversed());
            members[g] = lists.get(g).stream().mapToInt(p -> p).toArray();
            row[g] = parts.get(members[g][0]).row;
            must[g] = parts.get(members[g][0]).lock >= 0;
            makeSteps(g);
        }
    }

    private void makeSteps(int g) {
        long[] price = new long[members[g].length];
        long[] upTo = new long[members[g].length];
        int steps = 0;
        long sum = 0;
        for (int p : members[g]) {
            Part part = parts.get(p);
            sum += part.grams;
            if (steps == 0 || price[steps - 1] != part.price) {
                price[steps++] = part.price;
            }
            upTo[steps - 1] = sum;
        }
        grams[g] = sum;
        stepPrice[g] = Arrays.copyOf(price, steps);
        stepUpTo[g] = Arrays.copyOf(upTo, steps);
    }

    int count() {
        return members.length;
    }

    Part part(int index) {
        return parts.get(index);
    }

    int partCount() {
        return parts.size();
    }

    int groupOf(int part) {
        return partGroup.get(part);
    }

    /// Σ price × mass of a group's first so many grams, in microfen.
    long curve(int group, long first) {
        long sum = 0;
        long from = 0;
        for (int s = 0; s < stepPrice[group].length && from < first; s++) {
            long to = Math.min(first, stepUpTo[group][s]);
            sum += (to - from) * stepPrice[group][s];
            from = to;
        }
        return sum;
    }

    /// The step in which the gram after the first so many lies; the number of steps when there is none.
    int stepAt(int group, long after) {
        int s = 0;
        while (s < stepUpTo[group].length && stepUpTo[group][s] <= after) {
            s++;
        }
        return s;
    }
}
