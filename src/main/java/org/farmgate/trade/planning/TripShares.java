package org.farmgate.trade.planning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Splits what a trip costs among the goods on it: by mass, but nobody pays more than what their goods can bear.
/// Goods whose price leaves little beside the farm-gate floor ride in what would be empty room, and those that
/// pay the truck carry the rest. (This is the plan's forecast; what a trip really cost is split in `logistics`
/// when it has run.)
final class TripShares {
    private static final long GRAMS_PER_TONNE = 1_000_000;

    private TripShares() {}

    /// @param grams on the trip
    /// @param marginFenPerTonne what the goods leave before trucks; what is below zero bears nothing
    record Load(long grams, long marginFenPerTonne) {
        long bearable() {
            return Math.max(0, marginFenPerTonne);
        }
    }

    /// The share of each load in fen per tonne, rounded down; together they cover the cost to within a fen per
    /// tonne. Only where all of them cannot bear the trip (a rule forced it) each pays, beyond what it bears, the
    /// rest by mass.
    static long[] split(long costFen, List<Load> loads) {
        long[] shares = new long[loads.size()];
        int[] poorestFirst = IntStream.range(0, loads.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> loads.get(i).bearable()))
                .mapToInt(Integer::intValue)
                .toArray();
        long gramsLeft = loads.stream().mapToLong(Load::grams).sum();
        long gramsInAll = gramsLeft;
        long costLeft = Math.multiplyExact(costFen, GRAMS_PER_TONNE);
        for (int next : poorestFirst) {
            Load load = loads.get(next);
            shares[next] = Math.min(load.bearable(), costLeft / gramsLeft);
            costLeft -= Math.multiplyExact(shares[next], load.grams());
            gramsLeft -= load.grams();
        }
        long uncovered = gramsInAll == 0 ? 0 : costLeft / gramsInAll;
        return uncovered == 0
                ? shares
                : Arrays.stream(shares).map(share -> share + uncovered).toArray();
    }
}
