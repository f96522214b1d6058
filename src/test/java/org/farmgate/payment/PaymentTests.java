package org.farmgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;
import org.junit.jupiter.api.Test;

class PaymentTests {
    private final RegionId origin = RegionId.next();

    private PaymentPart part(long fen) {
        return new PaymentPart(origin, "order", UUID.randomUUID(), new Money(fen));
    }

    private static NewPayment payment(List<PaymentPart> parts, String title, String returnPath) {
        return new NewPayment(PaymentId.next(), parts, "cash", title, Optional.empty(), returnPath);
    }

    static void assertRefused(PaymentRule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @Test
    void nothingIsPaidForNothing() {
        assertRefused(PaymentRule.PAYMENT_AMOUNT_NOT_POSITIVE, () -> part(0));
        assertRefused(PaymentRule.PAYMENT_AMOUNT_NOT_POSITIVE, () -> part(-1));
        assertRefused(PaymentRule.PAYMENT_WITHOUT_PARTS, () -> payment(List.of(), "Melons", "/"));
    }

    @Test
    void hugeSumsAreRefusedBeforeTheyOverflow() {
        assertRefused(PaymentRule.PAYMENT_AMOUNT_TOO_LARGE, () -> part(Long.MAX_VALUE));
        long half = NewPayment.GREATEST.fen() / 2 + 1;
        assertRefused(
                PaymentRule.PAYMENT_AMOUNT_TOO_LARGE, () -> payment(List.of(part(half), part(half)), "Melons", "/"));
    }

    @Test
    void oneThingStandsOnce() {
        PaymentPart one = part(100);
        assertRefused(PaymentRule.PAYMENT_PART_REPEATS, () -> payment(List.of(one, one), "Melons", "/"));
        assertRefused(PaymentRule.PAYMENT_TOO_MANY_PARTS, () -> payment(Collections.nCopies(101, one), "Melons", "/"));
    }

    @Test
    void thePayerIsNotSentToStrangers() {
        for (String elsewhere : List.of("https://evil.example", "//evil.example", "orders"))
            assertRefused(PaymentRule.PAYMENT_RETURN_NOT_LOCAL, () -> payment(List.of(part(1)), "Melons", elsewhere));
        assertRefused(PaymentRule.PAYMENT_TITLE_WRONG, () -> payment(List.of(part(1)), "  ", "/"));
        assertRefused(PaymentRule.PAYMENT_TITLE_WRONG, () -> payment(List.of(part(1)), "a\u0000b", "/"));
    }

    @Test
    void theOrderOfPartsMakesNoDifference() {
        PaymentPart one = part(100);
        PaymentPart two = part(250);
        assertThat(payment(List.of(one, two), "Melons", "/").parts())
                .isEqualTo(payment(List.of(two, one), "Melons", "/").parts());
        assertThat(payment(List.of(one, two), "Melons", "/").total()).isEqualTo(new Money(350));
    }

    @Test
    void pausesGrowAndStayBounded() {
        assertThat(Reconciling.pause(0).toSeconds()).isEqualTo(15);
        assertThat(Reconciling.pause(3).toSeconds()).isEqualTo(120);
        assertThat(Reconciling.pause(1_000).toHours()).isEqualTo(6);
    }
}
