package org.farmgate.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;

/// Money that goes back, in whole or in part, out of one part of a payment.
///
/// @param reference the provider's own word for it
public record Refund(
        RefundId id,
        PaymentId payment,
        RegionId origin,
        String kind,
        UUID subject,
        String provider,
        Money amount,
        String reason,
        RefundState state,
        Optional<String> reference,
        Optional<String> failure,
        Instant askedAt,
        Optional<Instant> endedAt) {
    /// Refuses by REFUND_NOT_POSITIVE, REFUND_REASON_WRONG.
    public Refund {
        if (amount.fen() <= 0) throw new RuleBroken(PaymentRule.REFUND_NOT_POSITIVE);
        if (reason.isBlank() || reason.length() > 200) throw new RuleBroken(PaymentRule.REFUND_REASON_WRONG);
    }

    boolean sameAs(Refund other) {
        return payment.equals(other.payment)
                && origin.equals(other.origin)
                && subject.equals(other.subject)
                && amount.equals(other.amount);
    }

    public boolean ended() {
        return endedAt.isPresent();
    }
}
