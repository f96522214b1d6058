package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.PlotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTests {
    /// mass and tolerance → least and most, in grams
    @ParameterizedTest
    @CsvSource({
        "1000000, 500, 950000, 1050000",
        "1000000, 0, 1000000, 1000000",
        "999, 500, 950, 1048",
        "1, 2000, 1, 1",
        "10000000000000, 0, 10000000000000, 10000000000000"
    })
    void toleranceIsRoundedDownOnBothSides(long grams, int points, long least, long most) {
        var quantity = new Quantity.FixedMass(new Mass(grams), points);
        assertThat(quantity.least(Mass.ZERO).grams()).isEqualTo(least);
        assertThat(quantity.most(Mass.ZERO).grams()).isEqualTo(most);
        assertThat(quantity.expected(Mass.tonnes(7)).grams()).isEqualTo(grams);
    }

    /// forecast, floor, ceiling → expected, in kilograms; -1 for none
    @ParameterizedTest
    @CsvSource({
        "100, -1, -1, 100",
        "100, 120, -1, 120",
        "100, -1, 80, 80",
        "100, 90, 110, 100",
        "0, 50, 60, 50",
        "500, 50, 60, 60",
        "0, -1, -1, 0"
    })
    void aWholeCropFollowsTheForecastBetweenItsLimits(long forecast, long floor, long ceiling, long expected) {
        var crop = new Quantity.WholeCrop(List.of(PlotId.next()), Mass.kilograms(100), kg(floor), kg(ceiling));
        assertThat(crop.expected(Mass.kilograms(forecast))).isEqualTo(Mass.kilograms(expected));
        assertThat(crop.most(Mass.kilograms(forecast))).isEqualTo(Mass.kilograms(expected));
    }

    private static Optional<Mass> kg(long kilograms) {
        return kilograms < 0 ? Optional.empty() : Optional.of(Mass.kilograms(kilograms));
    }

    @Test
    void impossibleQuantitiesAreRefused() {
        refused(TradeRule.CONTRACT_MASS_ZERO, () -> new Quantity.FixedMass(Mass.ZERO, 0));
        refused(TradeRule.CONTRACT_TOLERANCE_OUT_OF_RANGE, () -> new Quantity.FixedMass(new Mass(1), 2_001));
        refused(TradeRule.CONTRACT_TOLERANCE_OUT_OF_RANGE, () -> new Quantity.FixedMass(new Mass(1), -1));
        refused(
                TradeRule.CONTRACT_CROP_WITHOUT_PLOTS,
                () -> new Quantity.WholeCrop(List.of(), Mass.ZERO, Optional.empty(), Optional.empty()));
        refused(
                TradeRule.CONTRACT_CROP_LIMITS_CROSSED,
                () -> new Quantity.WholeCrop(List.of(PlotId.next()), Mass.ZERO, kg(2), kg(1)));
        refused(TradeRule.CONTRACT_DEPOSIT_OUT_OF_RANGE, () -> new Deposit.Share(2_001, 0));
        refused(TradeRule.CONTRACT_DEPOSIT_OUT_OF_RANGE, () -> new Deposit.Amount(Money.ZERO, 0));
        refused(TradeRule.CONTRACT_DAYS_OUT_OF_RANGE, () -> new Deposit.Share(1, 181));
        refused(TradeRule.CONTRACT_DAYS_OUT_OF_RANGE, () -> new Conditions(0, 0, -1));
    }

    private static void refused(TradeRule rule, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 4_711})
    void aDepositIsItsShareOfTheWorthRoundedHalfUp(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var mass = new Mass(random.nextLong(1, Mass.GREATEST_GRAMS));
            var price = new Price(random.nextLong(1, 10_000_000));
            int points = random.nextInt(1, 2_001);
            BigInteger exact = BigInteger.valueOf(price.of(mass).fen())
                    .multiply(BigInteger.valueOf(points))
                    .add(BigInteger.valueOf(5_000))
                    .divide(BigInteger.valueOf(10_000));
            assertThat(new Deposit.Share(points, 0).due(mass, price).fen())
                    .as("seed %d round %d", seed, i)
                    .isEqualTo(exact.longValueExact());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 198})
    void aSpreadAddsUpAndDiffersByOneStepAtMost(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int places = random.nextInt(1, 300);
            var step = new Mass(random.nextLong(1, 5_000));
            var total = new Mass(random.nextLong(places * step.grams(), 1_000_000_000L));
            List<Mass> parts = Spread.evenly(total, places, step);
            assertThat(parts).hasSize(places);
            assertThat(parts.stream().mapToLong(Mass::grams).sum()).isEqualTo(total.grams());
            long least = parts.stream().mapToLong(Mass::grams).min().orElseThrow();
            long most = parts.stream().mapToLong(Mass::grams).max().orElseThrow();
            assertThat(most - least).as("seed %d round %d", seed, i).isLessThan(2 * step.grams());
        }
    }

    @Test
    void tooLittleToSpreadIsRefused() {
        refused(TradeRule.SPREAD_TOO_THIN, () -> Spread.evenly(new Mass(197), 198));
        refused(TradeRule.SPREAD_TOO_THIN, () -> Spread.evenly(Mass.kilograms(1), 0));
        assertThat(Spread.evenly(new Mass(198), 198)).containsOnly(new Mass(1));
    }
}
