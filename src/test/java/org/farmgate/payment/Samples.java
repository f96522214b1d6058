package org.farmgate.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Money;

/// Payments and refunds as the providers get to see them.
public final class Samples {
    private Samples() {}

    public static Payment payment(String provider, PaymentState state) {
        Purse purse = new Purse();
        NewPayment cart = purse.cart(provider);
        Instant at = Instant.parse("2026-11-25T02:30:00Z");
        return new Payment(
                cart.id(),
                PayKey.next(),
                cart.parts(),
                provider,
                cart.title(),
                state,
                at,
                Optional.of(at.plus(Duration.ofDays(1))),
                "/",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Refund refund(Payment payment, long fen) {
        PaymentPart part = payment.parts().getFirst();
        return new Refund(
                RefundId.next(),
                payment.id(),
                part.origin(),
                part.kind(),
                part.subject(),
                payment.provider(),
                new Money(fen),
                "bruised",
                RefundState.ASKED,
                Optional.empty(),
                Optional.empty(),
                payment.openedAt(),
                Optional.empty());
    }
}
