package org.farmgate.payment;

import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// What a part of the money is for. Refunds are counted against it.
///
/// @param origin the producing county in whose books it belongs
/// @param kind a word of whoever opened the payment, such as `order`; lower case
/// @param seller the organisation that may see it in its list of payments, where there is one
public record PaymentPart(RegionId origin, String kind, UUID subject, Money amount, Optional<PartyId> seller) {
    /// Refuses by PAYMENT_AMOUNT_NOT_POSITIVE, PAYMENT_AMOUNT_TOO_LARGE.
    public PaymentPart {
        if (!kind.matches("[a-z-]{1,40}")) throw new IllegalArgumentException("no kind of subject: " + kind);
        if (amount.fen() <= 0) throw new RuleBroken(PaymentRule.PAYMENT_AMOUNT_NOT_POSITIVE);
        if (amount.fen() > NewPayment.GREATEST.fen())
            throw new RuleBroken(PaymentRule.PAYMENT_AMOUNT_TOO_LARGE, NewPayment.GREATEST);
    }

    public PaymentPart(RegionId origin, String kind, UUID subject, Money amount) {
        this(origin, kind, subject, amount, Optional.empty());
    }

    boolean isFor(RegionId county, UUID what) {
        return origin.equals(county) && subject.equals(what);
    }
}
