package org.farmgate.logistics.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostSharingTests {
    /// The runway of Littlechild and Owen: as long as the largest in the group needs; the value is known.
    private static CoalitionCost runway(long... needs) {
        return group -> group.stream().mapToLong(i -> needs[i]).max().orElse(0);
    }

    @Test
    void theRunwayIsSplitAsItsTheoremSays() {
        CostSplit split = CostSharing.split(List.of(1, 2, 3), 1800, runway(600, 1200, 1800));
        assertThat(split.shares()).containsExactly(200L, 500L, 1100L);
        assertThat(split.method()).isEqualTo(CostSplit.Method.EXACT);
        assertThat(split.orders()).isEqualTo(6);
        assertThat(split.saved()).isEqualTo(1800);
        assertThat(split.excess()).isZero();
    }

    @Test
    void manyAreSampledAndComeNearTheTheorem() {
        int n = 24;
        long[] needs = IntStream.rangeClosed(1, n).mapToLong(i -> i * 10_000L).toArray();
        CostSplit split = CostSharing.split(IntStream.range(0, n).boxed().toList(), needs[n - 1], runway(needs));
        assertThat(split.method()).isEqualTo(CostSplit.Method.SAMPLED);
        double exact = 0;
        for (int i = 0; i < n; i++) {
            exact += 10_000.0 / (n - i);
            assertThat((double) split.shares().get(i)).isCloseTo(exact, within(needs[n - 1] * 0.006));
        }
        // The same trip is split the same way for ever.
        assertThat(CostSharing.split(IntStream.range(0, n).boxed().toList(), needs[n - 1], runway(needs)))
                .isEqualTo(split);
    }

    @Test
    void nobodyPaysForTheCompanyOfOthers() {
        // Alone the third would take a cheap van; with the others a dear truck goes a long way round for it.
        CoalitionCost costs = group -> switch (group.cardinality()) {
            case 0 -> 0;
            case 1 -> group.get(2) ? 100 : 1000;
            default -> group.get(2) ? 1_900 : 1_200;
        };
        CostSplit split = CostSharing.split(List.of("a", "a", "van"), 1_900, costs);
        assertThat(split.fair().get(2)).isGreaterThan(100);
        assertThat(split.shares()).containsExactly(900L, 900L, 100L);
        assertThat(split.alone()).containsExactly(1000L, 1000L, 100L);
    }

    @Test
    void whatIsDearerThanGoingAloneIsAnExcess() {
        CostSplit split = CostSharing.split(List.of(1, 2), 2_500, runway(600, 1200));
        assertThat(split.shares()).containsExactly(600L, 1200L);
        assertThat(split.excess()).isEqualTo(700);
        assertThat(split.saved()).isEqualTo(-700);
    }

    @Test
    void oneCompanyPaysTheTripOrWhatItWouldAlone() {
        assertThat(CostSharing.split(List.of(1), 500, runway(600)).shares()).containsExactly(500L);
        assertThat(CostSharing.split(List.of(1), 700, runway(600)).excess()).isEqualTo(100);
        assertThat(CostSharing.split(List.of(1, 2), 0, runway(600, 700)).shares())
                .containsExactly(0L, 0L);
    }

    @Test
    void theFenAddUpWhateverTheTrip() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(seed % 10 == 0 ? 30 : 9);
            Trucks trucks = Trucks.random(random, n);
            long cost = (long) (trucks.fen(all(n)) * (0.3 + 1.2 * random.nextDouble()));
            CostSplit split = CostSharing.split(trucks.kinds(), cost, trucks);
            long together = split.alone().stream().mapToLong(Long::longValue).sum();
            long paid = split.shares().stream().mapToLong(Long::longValue).sum();
            assertThat(paid + split.excess()).as("seed %d", seed).isEqualTo(cost);
            assertThat(split.excess()).isEqualTo(Math.max(0, cost - together));
            for (int i = 0; i < n; i++) {
                assertThat(split.alone().get(i)).isEqualTo(trucks.fen(one(i)));
                assertThat(split.shares().get(i)).isBetween(0L, split.alone().get(i));
                for (int j = 0; j < i; j++)
                    if (trucks.kinds().get(i).equals(trucks.kinds().get(j)))
                        assertThat(Math.abs(
                                        split.shares().get(i) - split.shares().get(j)))
                                .as("twins of seed %d", seed)
                                .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void theExactValueIsTheMeanOverAllOrders() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(6);
            Trucks trucks = Trucks.random(random, n);
            long cost = trucks.fen(all(n));
            List<Long> fair = CostSharing.split(trucks.kinds(), cost, trucks).fair();
            double[] mean = new double[n];
            int orders = permute(new ArrayList<>(), n, order -> {
                var aboard = new BitSet();
                for (int i : order) {
                    long before = trucks.fen(aboard);
                    aboard.set(i);
                    mean[i] += trucks.fen(aboard) - before;
                }
            });
            for (int i = 0; i < n; i++) assertThat((double) fair.get(i)).isCloseTo(mean[i] / orders, within(0.51));
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> CostSharing.split(List.of(), 1, runway()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CostSharing.split(List.of(1), -1, runway(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int permute(List<Integer> order, int n, java.util.function.Consumer<List<Integer>> each) {
        if (order.size() == n) {
            each.accept(order);
            return 1;
        }
        int count = 0;
        for (int i = 0; i < n; i++)
            if (!order.contains(i)) {
                order.add(i);
                count += permute(order, n, each);
                order.removeLast();
            }
        return count;
    }

    private static BitSet one(int i) {
        var one = new BitSet();
        one.set(i);
        return one;
    }

    private static BitSet all(int n) {
        var all = new BitSet();
        all.set(0, n);
        return all;
    }

    /// Whole trucks along one road: some companies want the same.
    private record Trucks(List<List<Integer>> kinds) implements CoalitionCost {
        static Trucks random(Random random, int n) {
            List<List<Integer>> kinds = new ArrayList<>();
            for (int i = 0; i < n; i++)
                kinds.add(
                        i > 0 && random.nextInt(3) == 0
                                ? kinds.get(random.nextInt(i))
                                : List.of(1 + random.nextInt(12), 1 + random.nextInt(3_000)));
            return new Trucks(kinds);
        }

        @Override
        public long fen(BitSet group) {
            int tonnes = group.stream().map(i -> kinds.get(i).get(0)).sum();
            int kilometres = group.stream().map(i -> kinds.get(i).get(1)).max().orElse(0);
            return Math.ceilDiv(tonnes, 10) * (50_000L + 613L * kilometres);
        }
    }
}
