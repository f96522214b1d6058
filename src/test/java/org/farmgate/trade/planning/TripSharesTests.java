package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.farmgate.trade.planning.TripShares.Load;
import org.junit.jupiter.api.Test;

class TripSharesTests {
    private static final long TONNE = 1_000_000;

    @Test
    void goodsThatCanBearItPayByMass() {
        long[] shares =
                TripShares.split(3_000_000, List.of(new Load(10 * TONNE, 900_000), new Load(20 * TONNE, 500_000)));
        assertThat(shares).containsExactly(100_000, 100_000);
    }

    @Test
    void whatLeavesLittlePaysLittleAndTheOthersCarryTheRest() {
        long[] shares =
                TripShares.split(3_000_000, List.of(new Load(10 * TONNE, 40_000), new Load(20 * TONNE, 500_000)));
        assertThat(shares).containsExactly(40_000, 130_000);
    }

    @Test
    void aTripThatCannotPayLeavesTheRestToAllByMass() {
        long[] shares = TripShares.split(3_000_000, List.of(new Load(10 * TONNE, 40_000), new Load(20 * TONNE, -5)));
        assertThat(shares[0] - shares[1]).isEqualTo(40_000);
        assertThat(shares[0] * 10 + shares[1] * 20).isBetween(2_999_900L, 3_000_000L);
    }

    @Test
    void sharesCoverTheCostAndNobodyPaysMoreThanTheyBear() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Load> loads = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(20); i++)
                loads.add(new Load(1 + random.nextLong(30 * TONNE), random.nextLong(2_000_000) - 100_000));
            long bearable = loads.stream()
                    .mapToLong(load -> load.bearable() * load.grams() / TONNE)
                    .sum();
            long cost = random.nextLong(bearable + 1);
            long[] shares = TripShares.split(cost, loads);
            long paid = 0;
            for (int i = 0; i < shares.length; i++) {
                assertThat(shares[i])
                        .as("seed %d round %d", seed, round)
                        .isBetween(0L, loads.get(i).bearable());
                paid += shares[i] * loads.get(i).grams();
            }
            long tonnes = loads.stream().mapToLong(Load::grams).sum() / TONNE + 1;
            assertThat(paid / TONNE).as("seed %d round %d", seed, round).isBetween(cost - tonnes - 1, cost);
        }
    }
}
