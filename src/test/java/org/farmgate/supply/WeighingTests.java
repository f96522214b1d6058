package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;

class WeighingTests {
    private static Weighing weighing(long gross, long tare, Deduction... deductions) {
        return new Weighing(new Mass(gross), new Mass(tare), List.of(deductions));
    }

    private static Deduction off(DeductionKind kind, long grams) {
        return new Deduction(kind, new Mass(grams));
    }

    private static void refused(SupplyRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @Test
    void netIsWhatIsLeftOfGross() {
        Weighing one =
                weighing(12_400_000, 4_100_000, off(DeductionKind.DIRT, 33_500), off(DeductionKind.MOISTURE, 166_000));
        assertThat(one.delivered()).isEqualTo(new Mass(8_300_000));
        assertThat(one.deducted()).isEqualTo(new Mass(199_500));
        assertThat(one.net()).isEqualTo(new Mass(8_100_500));
        assertThat(one.deductions())
                .extracting(Deduction::kind)
                .containsExactly(DeductionKind.DIRT, DeductionKind.MOISTURE);
    }

    @Test
    void noGramIsLostOrMadeHoweverMuchIsTakenOff() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            long gross = 1 + random.nextLong(Weighing.MOST.grams());
            long left = gross - 1;
            long tare = random.nextLong(left + 1);
            left -= tare;
            List<Deduction> deductions = new ArrayList<>();
            for (DeductionKind kind : DeductionKind.values()) {
                long grams = left == 0 ? 0 : random.nextLong(left + 1);
                if (grams > 0) deductions.add(off(kind, grams));
                left -= grams;
            }
            var one = new Weighing(new Mass(gross), new Mass(tare), deductions);
            assertThat(one.net().grams() + one.deducted().grams() + one.tare().grams())
                    .isEqualTo(gross);
            assertThat(one.net().grams()).isPositive();
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(SupplyRule.NOTHING_LEFT_TO_PAY, () -> weighing(100, 100));
        refused(SupplyRule.NOTHING_LEFT_TO_PAY, () -> weighing(100, 60, off(DeductionKind.DIRT, 40)));
        refused(SupplyRule.NOTHING_LEFT_TO_PAY, () -> weighing(100, 60, off(DeductionKind.DIRT, Mass.GREATEST_GRAMS)));
        refused(SupplyRule.NOTHING_LEFT_TO_PAY, () -> weighing(0, 0));
        refused(SupplyRule.WEIGHED_TOO_MUCH, () -> weighing(Weighing.MOST.grams() + 1, 0));
        refused(SupplyRule.DEDUCTION_OF_NOTHING, () -> off(DeductionKind.OTHER, 0));
        refused(
                SupplyRule.DEDUCTION_NAMED_TWICE,
                () -> weighing(100, 0, off(DeductionKind.DIRT, 1), off(DeductionKind.DIRT, 1)));
    }
}
