package org.farmgate.trade.docking;

import java.util.Arrays;

/// The most that so many grams of one product could earn on one lane in one week, for any mass: supplies at asks
/// are carried to demands at bids that they fit, by augmenting paths.
///
/// Each path adds the supply and the demand that earn most, where goods already placed may be shifted to make them
/// fit. Supplies that fit the same demands form a class, and so do demands met by the same supplies; there are
/// seldom more than three of either, so a path is short. What is once used stays used, so each step of the result
/// names one supply and one demand.
final class Matching {
    final PriceSteps asks = new PriceSteps();
    final PriceSteps bids = new PriceSteps();

    /// Which classes of supplies fit a class of demands, as bits.
    long[] fitsOfClass = new long[16];

    /// What `next` found: earnings in fen per tonne, mass, and the steps of both sides.
    long earns;

    long grams;
    int ask;
    int bid;
    /// Which classes of supplies hold a place at a class of demands, as bits.
    private long[] holders = new long[16];

    /// The class of demands that pays best now, or -1.
    private int bestPaying;

    private long[] flow = new long[64];
    private int[] cameFrom = new int[64];
    private int[] queue = new int[64];

    void addBidClass(long fits) {
        fitsOfClass = bids.classes == fitsOfClass.length ? Arrays.copyOf(fitsOfClass, bids.classes * 2) : fitsOfClass;
        fitsOfClass[bids.classes++] = fits;
    }

    /// Sorts what was noted on both sides; the first `next` finds the best pair.
    void begin() {
        asks.sort();
        bids.sort();
        int nodes = asks.classes + bids.classes;
        if (cameFrom.length < nodes) {
            cameFrom = new int[nodes * 2];
            queue = new int[nodes * 2];
        }
        if (flow.length < asks.classes * bids.classes) {
            flow = new long[asks.classes * bids.classes * 2];
        }
        Arrays.fill(flow, 0, asks.classes * bids.classes, 0);
        holders = holders.length < bids.classes ? new long[bids.classes * 2] : holders;
        Arrays.fill(holders, 0, bids.classes, 0);
    }

    /// Places the next best grams; false when no more earn anything.
    boolean next() {
        long best = 0;
        int from = -1;
        int to = -1;
        int sought = -1;
        long mostPaid = mostPaid();
        for (int s = 0; s < asks.classes; s++) {
            if (!asks.isEmpty(s) && mostPaid - asks.price(s) > best) {
                int reached = bestReached(s);
                sought = s;
                if (reached >= 0 && -bids.price(reached) - asks.price(s) > best) {
                    best = -bids.price(reached) - asks.price(s);
                    from = s;
                    to = reached;
                }
            }
        }
        if (from < 0) {
            return false;
        }
        if (sought != from) {
            bestReached(from);
        }
        ask = asks.step(from);
        bid = bids.step(to);
        earns = best;
        grams = push(from, to, Math.min(asks.mass[ask], bids.mass[bid]));
        take(asks, ask, from, grams);
        take(bids, bid, to, grams);
        return true;
    }

    private long mostPaid() {
        bestPaying = -1;
        for (int d = 0; d < bids.classes; d++) {
            bestPaying =
                    !bids.isEmpty(d) && (bestPaying < 0 || bids.price(d) < bids.price(bestPaying)) ? d : bestPaying;
        }
        return bestPaying < 0 ? Long.MIN_VALUE / 2 : -bids.price(bestPaying);
    }

    private static void take(PriceSteps side, int step, int ofClass, long mass) {
        side.mass[step] -= mass;
        if (side.mass[step] == 0) {
            side.advance(ofClass);
        }
    }

    /// The demand class of the best bid that goods of a supply class can reach, also by taking the place of
    /// others; -1 when there is none. Leaves the ways there in `cameFrom`.
    private int bestReached(int start) {
        int supplyClasses = asks.classes;
        if (bestPaying >= 0 && (fitsOfClass[bestPaying] >> start & 1) != 0) {
            cameFrom[supplyClasses + bestPaying] = start;
            return bestPaying;
        }
        Arrays.fill(cameFrom, supplyClasses, supplyClasses + bids.classes, -1);
        long reached = 1L << start;
        queue[0] = start;
        int queued = 1;
        int best = -1;
        for (int at = 0; at < queued; at++) {
            int s = queue[at];
            for (int d = 0; d < bids.classes; d++) {
                if (cameFrom[supplyClasses + d] < 0 && (fitsOfClass[d] >> s & 1) != 0) {
                    cameFrom[supplyClasses + d] = s;
                    if (!bids.isEmpty(d) && (best < 0 || bids.price(d) < bids.price(best))) {
                        best = d;
                    }
                    for (long more = holders[d] & ~reached; more != 0; more &= more - 1) {
                        int other = Long.numberOfTrailingZeros(more);
                        cameFrom[other] = d;
                        queue[queued++] = other;
                    }
                    reached |= holders[d];
                }
            }
        }
        return best;
    }

    /// Sends goods along the way found, as much as can be shifted on it.
    private long push(int from, int to, long most) {
        long mass = most;
        int d = to;
        for (int s = cameFrom[asks.classes + d]; s != from; s = cameFrom[asks.classes + d]) {
            d = cameFrom[s];
            mass = Math.min(mass, flow[s * bids.classes + d]);
        }
        d = to;
        for (int s = cameFrom[asks.classes + d]; ; s = cameFrom[asks.classes + d]) {
            flow[s * bids.classes + d] += mass;
            holders[d] |= 1L << s;
            if (s == from) {
                return mass;
            }
            d = cameFrom[s];
            flow[s * bids.classes + d] -= mass;
            holders[d] &= flow[s * bids.classes + d] == 0 ? ~(1L << s) : -1L;
        }
    }
}
