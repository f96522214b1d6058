package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What whole trucks cost on one lane: every set of trucks worth considering, cold and ordinary apart, from the
/// cheapest up. A set is worth considering when no cheaper one carries as much.
///
/// The sets reach a dozen of the largest trucks; beyond that the kind with the best rate carries the bulk.
final class TruckMenu {
    private static final int REACH_IN_TRUCKS = 12;

    /// One set of trucks: what it carries, what it costs, how many of each kind.
    record Choice(long capacityGrams, long costFen, int[] counts) {}

    private final Choice[] cold;
    private final Choice[] ordinary;
    private final TruckKind[] kinds;
    private final int kilometres;
    private final double coldRate;
    private final double ordinaryRate;

    TruckMenu(List<TruckKind> kinds, int kilometres) {
        this.kinds = kinds.toArray(TruckKind[]::new);
        this.kilometres = kilometres;
        this.cold = choices(true);
        this.ordinary = choices(false);
        this.coldRate = bestRateOf(true);
        this.ordinaryRate = bestRateOf(false);
    }

    Choice[] cold() {
        return cold;
    }

    Choice[] ordinary() {
        return ordinary;
    }

    /// Up to which mass the choices cover every load, whether cold or not.
    long reach() {
        long ofCold = reach(true);
        long ofOrdinary = reach(false);
        return ofCold == 0 || ofOrdinary == 0 ? Math.max(ofCold, ofOrdinary) : Math.min(ofCold, ofOrdinary);
    }

    /// Fen per tonne of a full truck of the best kind; infinite when there is no such kind.
    double bestRate(boolean ofCold) {
        return ofCold ? coldRate : ordinaryRate;
    }

    private double bestRateOf(boolean ofCold) {
        int kind = bestKind(ofCold);
        return kind < 0 ? Double.POSITIVE_INFINITY : rate(kind) * PlanWriter.MICRO;
    }

    /// The cheapest counts by kind that carry these cold and ordinary goods together, or null when no truck
    /// can.
    int @Nullable [] cheapest(long coldGrams, long ordinaryGrams) {
        int[] counts = new int[kinds.length];
        long coldRest = coldGrams - takeBulk(coldGrams, true, counts);
        int bulkKind = bestKind(false);
        boolean ownTrucks = bulkKind >= 0;
        long ordinaryRest = ordinaryGrams;
        if (ownTrucks || coldRest <= reach(true)) {
            ordinaryRest -= takeBulk(ordinaryGrams, !ownTrucks, counts);
        }
        return small(coldRest, ordinaryRest, counts) ? counts : null;
    }

    /// What these counts cost on this lane.
    long costFen(int[] counts) {
        long cost = 0;
        for (int k = 0; k < counts.length; k++) {
            cost += counts[k] * kinds[k].costFen(kilometres);
        }
        return cost;
    }

    /// The cost of `cheapest`, without making the counts; `Long.MAX_VALUE` when no truck can.
    long cheapestFen(long coldGrams, long ordinaryGrams) {
        if (coldGrams <= reach(true) && ordinaryGrams <= reach(false)) {
            long best = Long.MAX_VALUE;
            for (int c = firstAtLeast(cold, coldGrams); c < cold.length && cold[c].costFen < best; c++) {
                long left = ordinaryGrams - (cold[c].capacityGrams - coldGrams);
                int o = firstAtLeast(ordinary, left);
                if (o < ordinary.length) {
                    best = Math.min(best, cold[c].costFen + ordinary[o].costFen);
                }
            }
            if (best < Long.MAX_VALUE) {
                return best;
            }
        }
        int[] counts = cheapest(coldGrams, ordinaryGrams);
        return counts == null ? Long.MAX_VALUE : costFen(counts);
    }

    /// A set of trucks that carries a load: room in its cold and in its ordinary trucks, and its cost.
    static final class Fit {
        long coldCapacity;
        long ordinaryCapacity;
        long costFen;

        /// How much more of cold or ordinary goods goes aboard beside this load.
        long room(long coldGrams, long ordinaryGrams, boolean cold) {
            long all = coldCapacity + ordinaryCapacity - coldGrams - ordinaryGrams;
            return cold ? Math.min(all, coldCapacity - coldGrams) : all;
        }
    }

    /// Finds the cheapest trucks for a load into `fit`; false when the menu does not reach that far.
    boolean fit(long coldGrams, long ordinaryGrams, Fit fit) {
        fit.costFen = Long.MAX_VALUE;
        for (int c = firstAtLeast(cold, coldGrams); c < cold.length && cold[c].costFen < fit.costFen; c++) {
            int o = firstAtLeast(ordinary, ordinaryGrams - (cold[c].capacityGrams - coldGrams));
            if (o < ordinary.length && cold[c].costFen + ordinary[o].costFen < fit.costFen) {
                fit.costFen = cold[c].costFen + ordinary[o].costFen;
                fit.coldCapacity = cold[c].capacityGrams;
                fit.ordinaryCapacity = ordinary[o].capacityGrams;
            }
        }
        return fit.costFen < Long.MAX_VALUE;
    }

    private boolean small(long coldGrams, long ordinaryGrams, int[] counts) {
        long best = Long.MAX_VALUE;
        int bestCold = -1;
        int bestOrdinary = -1;
        for (int c = firstAtLeast(cold, coldGrams); c < cold.length && cold[c].costFen < best; c++) {
            int o = firstAtLeast(ordinary, ordinaryGrams - (cold[c].capacityGrams - coldGrams));
            if (o < ordinary.length && cold[c].costFen + ordinary[o].costFen < best) {
                best = cold[c].costFen + ordinary[o].costFen;
                bestCold = c;
                bestOrdinary = o;
            }
        }
        if (bestCold < 0) {
            return false;
        }
        for (int k = 0; k < counts.length; k++) {
            counts[k] += cold[bestCold].counts[k] + ordinary[bestOrdinary].counts[k];
        }
        return true;
    }

    /// Puts the part of a huge load that lies beyond the menu's reach on the kind with the best rate.
    private long takeBulk(long grams, boolean ofCold, int[] counts) {
        int kind = bestKind(ofCold);
        long reach = reach(ofCold);
        if (kind < 0 || grams <= reach) {
            return 0;
        }
        long capacity = kinds[kind].capacityGrams();
        int trucks = Math.toIntExact((grams - reach + capacity - 1) / capacity);
        counts[kind] += trucks;
        return Math.min(grams, trucks * capacity);
    }

    private long reach(boolean ofCold) {
        Choice[] choices = ofCold ? cold : ordinary;
        return choices[choices.length - 1].capacityGrams;
    }

    private int bestKind(boolean ofCold) {
        int best = -1;
        for (int k = 0; k < kinds.length; k++) {
            if (kinds[k].cold() == ofCold && (best < 0 || rate(k) < rate(best))) {
                best = k;
            }
        }
        return best;
    }

    private double rate(int kind) {
        return (double) kinds[kind].costFen(kilometres) / kinds[kind].capacityGrams();
    }

    /// Takes labels in order of cost and keeps each that carries more than all before it. A dropped label need
    /// not be extended: whatever is added to it could be added to the one that beat it.
    private Choice[] choices(boolean ofCold) {
        long reach = 0;
        for (TruckKind k : kinds) {
            reach = k.cold() == ofCold ? Math.max(reach, k.capacityGrams() * REACH_IN_TRUCKS) : reach;
        }
        List<Choice> kept = new ArrayList<>();
        PriorityQueue<Choice> open = new PriorityQueue<>(Comparator.comparingLong(Choice::costFen)
                .thenComparing(Choice::capacityGrams, Comparator.reverseOrder()));
        open.add(new Choice(0, 0, new int[kinds.length]));
        long carried = -1;
        while (!open.isEmpty() && carried < reach) {
            Choice next = open.remove();
            if (next.capacityGrams <= carried) {
                continue;
            }
            carried = next.capacityGrams;
            kept.add(next);
            for (int k = 0; k < kinds.length; k++) {
                if (kinds[k].cold() == ofCold) {
                    int[] counts = next.counts.clone();
                    counts[k]++;
                    open.add(new Choice(
                            carried + kinds[k].capacityGrams(), next.costFen + kinds[k].costFen(kilometres), counts));
                }
            }
        }
        return kept.toArray(Choice[]::new);
    }

    /// Index of the first choice that carries at least this much; the array's length when none does.
    private static int firstAtLeast(Choice[] choices, long grams) {
        int low = 0;
        int high = choices.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (choices[middle].capacityGrams >= grams) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
