package org.farmgate.logistics.routing;

import java.util.Arrays;

/// Takes strings of neighbouring calls out of neighbouring tours: "slack induction by string removals" of Christiaens
/// and Vanden Berghe (Transportation Science 54, 2020), with the lengths and shares they found.
final class Ruin {
    private static final int MEAN_REMOVED = 10;
    private static final int LONGEST_STRING = 10;
    private static final int FARTHEST_NEIGHBOURS = 500;

    private final Draft draft;
    private final Model m;
    private final Dice dice;
    private final int[] seeds;
    private final int[][] near;
    private final boolean[] marked;
    /// Short tours of dear vehicles are given up whole now and then.
    private final boolean wholeTours;

    Ruin(Draft draft, Dice dice, int[] requests) {
        this.draft = draft;
        this.m = draft.m;
        this.dice = dice;
        marked = new boolean[m.stops];
        seeds = stopsOf(requests);
        near = neighbours();
        wholeTours = m.types > 1 || Arrays.stream(m.tripCost).anyMatch(c -> c > 0);
    }

    private int[] stopsOf(int[] requests) {
        return Arrays.stream(requests)
                .flatMap(r ->
                        m.partner[r] < 0 ? Arrays.stream(new int[] {r}) : Arrays.stream(new int[] {r, m.partner[r]}))
                .toArray();
    }

    private int[][] neighbours() {
        int[][] lists = new int[m.stops][];
        long[] keys = new long[seeds.length];
        for (int seed : seeds) {
            for (int i = 0; i < seeds.length; i++) {
                int other = seeds[i];
                long apart = (long) m.metres[seed * m.nodes + other] + m.metres[other * m.nodes + seed];
                keys[i] = (other == seed ? 0 : apart + 1) << 31 | other;
            }
            Arrays.sort(keys);
            int[] list = new int[Math.min(seeds.length, FARTHEST_NEIGHBOURS)];
            for (int i = 0; i < list.length; i++) {
                list[i] = (int) (keys[i] & Integer.MAX_VALUE);
            }
            lists[seed] = list;
        }
        return lists;
    }

    void ruin() {
        if (draft.size == 0) {
            return;
        }
        int seed = seeds[dice.below(seeds.length)];
        if (wholeTours && dice.onceIn(20)) {
            ruinWhole(seed);
            return;
        }
        double mean = (double) (seeds.length - draft.missing()) / draft.size;
        double longest = Math.min(LONGEST_STRING, mean);
        double mostStrings = 4.0 * MEAN_REMOVED / (1 + longest) - 1;
        int strings = (int) (dice.share() * mostStrings + 1);
        for (int stop : near[seed]) {
            int index = draft.tourOf[stop];
            if (index >= 0 && draft.tours[index].step != draft.step) {
                markString(draft.tours[index], stop, longest);
                draft.cut(index, marked);
                if (--strings == 0) {
                    return;
                }
            }
        }
    }

    /// The tour nearest to the seed altogether, and a string of the next.
    private void ruinWhole(int seed) {
        int left = 2;
        for (int stop : near[seed]) {
            int index = draft.tourOf[stop];
            if (index >= 0 && draft.tours[index].step != draft.step) {
                Tour tour = draft.tours[index];
                if (left == 2 && tour.size <= 3 * MEAN_REMOVED) {
                    mark(tour, 0, tour.size);
                } else {
                    markString(tour, stop, LONGEST_STRING);
                }
                draft.cut(index, marked);
                if (--left == 0) {
                    return;
                }
            }
        }
    }

    private void markString(Tour tour, int stop, double longest) {
        int length = (int) (dice.share() * Math.min(tour.size, longest) + 1);
        length = Math.min(length, tour.size);
        int preserved = 0;
        if (length > 1 && length < tour.size && dice.onceIn(2)) {
            preserved = 1;
            while (length + preserved < tour.size && dice.onceIn(100)) {
                preserved++;
            }
        }
        int span = length + preserved;
        int at = tour.positionOf(stop);
        int first = Math.max(0, at - span + 1);
        int last = Math.min(at, tour.size - span);
        int begin = first + dice.below(last - first + 1);
        if (preserved == 0) {
            mark(tour, begin, begin + span);
        } else {
            int gap = begin + dice.below(length + 1);
            mark(tour, begin, gap);
            mark(tour, gap + preserved, begin + span);
        }
    }

    private void mark(Tour tour, int from, int to) {
        for (int p = from; p < to; p++) {
            int stop = tour.stops[p];
            marked[stop] = true;
            if (m.partner[stop] >= 0) {
                marked[m.partner[stop]] = true;
            }
        }
    }
}
