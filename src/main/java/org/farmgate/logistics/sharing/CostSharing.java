package org.farmgate.logistics.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/// Splits the cost of a trip among the companies on board by the Shapley value (Shapley 1953): each pays the
/// mean of what its coming aboard adds, over all orders of coming aboard. The group of all costs what the
/// trip cost, whatever the tariff says of it.
///
/// The result is projected onto what is fair to each alone (nobody above going alone, nobody paid for
/// riding): the nearest such split, found by taking the same from or giving the same to all who are not at
/// their limit. Up to [#MOST_EXACT] companies are reckoned exactly; more by a sample of orders, each turned
/// until everybody had every place, and back, from a fixed seed: the same trip is split the same way for ever.
/// Companies of the same
/// kind get the same to the fen; where the fen do not divide, the first of them pays it.
public final class CostSharing {
    public static final int MOST_EXACT = 12;
    /// Orders that are looked at where there are more companies, up to a hundred.
    public static final int LEAST_SAMPLED = 6_000;
    /// Groups that are reckoned for it; of a hundred companies and more fewer orders are looked at.
    private static final int MOST_GROUPS = 600_000;

    private static final long SEED = 20_181_104;

    private CostSharing() {}

    /// @param kinds one for each company; two with equal kinds cost the same in every group
    /// @param cost what the trip cost, in fen; not negative
    public static CostSplit split(List<?> kinds, long cost, CoalitionCost groups) {
        int n = kinds.size();
        if (n == 0 || cost < 0) throw new IllegalArgumentException(n + " companies, " + cost + " fen");
        long[] alone = new long[n];
        for (int i = 0; i < n; i++) alone[i] = groups.fen(single(i));
        long together = LongStream.of(alone).sum();
        boolean exact = n <= MOST_EXACT;
        double[] fair = equalized(kinds, exact ? overGroups(n, cost, groups) : overOrders(n, cost, groups));
        long[] shares = cost >= together ? alone : whole(within(fair, alone, cost), alone, cost);
        return new CostSplit(
                cost,
                boxed(alone),
                Arrays.stream(fair).mapToObj(Math::round).toList(),
                boxed(shares),
                Math.max(0, cost - together),
                exact ? CostSplit.Method.EXACT : CostSplit.Method.SAMPLED,
                exact ? factorial(n) : 2L * n * rounds(n));
    }

    private static BitSet single(int i) {
        var one = new BitSet();
        one.set(i);
        return one;
    }

    /// Every group once; what a company adds to it weighs as often as the group comes aboard before it.
    private static double[] overGroups(int n, long cost, CoalitionCost groups) {
        int all = (1 << n) - 1;
        double[] costs = new double[all + 1];
        for (int mask = 1; mask < all; mask++) costs[mask] = groups.fen(BitSet.valueOf(new long[] {mask}));
        costs[all] = cost;
        double[] weights = new double[n];
        for (int size = 0; size < n; size++)
            weights[size] = (double) factorial(size) * factorial(n - 1 - size) / factorial(n);
        double[] parts = new double[n];
        for (int mask = 0; mask < all; mask++)
            for (int i = 0; i < n; i++)
                if ((mask & 1 << i) == 0)
                    parts[i] += weights[Integer.bitCount(mask)] * (costs[mask | 1 << i] - costs[mask]);
        return parts;
    }

    private static int rounds(int n) {
        return Math.ceilDiv(Math.min(LEAST_SAMPLED, MOST_GROUPS / n), 2 * n);
    }

    private static double[] overOrders(int n, long cost, CoalitionCost groups) {
        var random = new Random(SEED);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) order.add(i);
        double[] sums = new double[n];
        for (int round = 0; round < rounds(n); round++) {
            Collections.shuffle(order, random);
            for (int turn = 0; turn < n; turn++) {
                Collections.rotate(order, 1);
                board(order, cost, groups, sums);
                board(order.reversed(), cost, groups, sums);
            }
        }
        for (int i = 0; i < n; i++) sums[i] /= 2.0 * n * rounds(n);
        return sums;
    }

    private static void board(List<Integer> order, long cost, CoalitionCost groups, double[] sums) {
        var aboard = new BitSet();
        long before = 0;
        for (int company : order) {
            aboard.set(company);
            long now = aboard.cardinality() == order.size() ? cost : groups.fen(aboard);
            sums[company] += now - before;
            before = now;
        }
    }

    /// A sample may tell twins apart; their mean does not.
    private static double[] equalized(List<?> kinds, double[] parts) {
        Map<Object, double[]> sums = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            double[] sum = sums.computeIfAbsent(kinds.get(i), _ -> new double[2]);
            sum[0] += parts[i];
            sum[1]++;
        }
        double[] equal = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            double[] sum = sums.getOrDefault(kinds.get(i), new double[] {0, 1});
            equal[i] = sum[0] / sum[1];
        }
        return equal;
    }

    /// The point nearest to `fair` with each part between zero and its limit and the sum `cost`: everybody
    /// gives the same, as far as their limits let them. How much is found by halving.
    private static double[] within(double[] fair, long[] limits, long cost) {
        double least = -cost;
        double most = cost;
        for (int i = 0; i < fair.length; i++) {
            least = Math.min(least, fair[i] - limits[i]);
            most = Math.max(most, fair[i]);
        }
        for (int step = 0; step < 200 && least < most; step++) {
            double middle = least + (most - least) / 2;
            if (sum(clamped(fair, limits, middle)) > cost) least = middle;
            else most = middle;
        }
        return clamped(fair, limits, most);
    }

    private static double[] clamped(double[] fair, long[] limits, double less) {
        double[] parts = new double[fair.length];
        for (int i = 0; i < fair.length; i++) parts[i] = Math.clamp(fair[i] - less, 0.0, (double) limits[i]);
        return parts;
    }

    private static double sum(double[] parts) {
        return Arrays.stream(parts).sum();
    }

    /// Whole fen that add up: rounded down, and one more for those with the largest rest until all is paid.
    private static long[] whole(double[] parts, long[] limits, long cost) {
        long[] fen = new long[parts.length];
        for (int i = 0; i < parts.length; i++) fen[i] = Math.min(limits[i], (long) Math.floor(parts[i] + 1e-6));
        List<Integer> byRest = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) byRest.add(i);
        // A hair's breadth is no difference: then the first pays, for the sort is stable.
        byRest.sort(Comparator.comparingLong(i -> -Math.round((parts[i] - fen[i]) * 100_000)));
        long missing = cost - LongStream.of(fen).sum();
        while (missing != 0) {
            long step = Long.signum(missing);
            for (int i : step > 0 ? byRest : byRest.reversed()) {
                boolean room = step > 0 ? fen[i] < limits[i] : fen[i] > 0;
                if (missing != 0 && room) {
                    fen[i] += step;
                    missing -= step;
                }
            }
        }
        return fen;
    }

    private static long factorial(int n) {
        long product = 1;
        for (int i = 2; i <= n; i++) product *= i;
        return product;
    }

    private static List<Long> boxed(long[] values) {
        return LongStream.of(values).boxed().toList();
    }
}
