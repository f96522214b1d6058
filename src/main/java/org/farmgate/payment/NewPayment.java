package org.farmgate.payment;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;

/// What somebody is asked to pay.
///
/// @param provider `cash`, `sandbox`, `wechat` or `alipay`; it must be on
/// @param title what the payer reads, here and at the provider's: at most 120 characters, nothing personal
/// @param expiresAt from when on it is not wanted any more; where none is named a provider's payment ends after a
///     day, cash never
/// @param returnPath where the payer goes on afterwards, a path of ours
public record NewPayment(
        PaymentId id,
        List<PaymentPart> parts,
        String provider,
        String title,
        Optional<Instant> expiresAt,
        String returnPath) {
    /// A cart has a few counties, not hundreds.
    public static final int MOST_PARTS = 100;
    /// No provider moves more in one go.
    public static final Money GREATEST = Money.yuan(20_000_000);

    /// Refuses by PAYMENT_WITHOUT_PARTS, PAYMENT_TOO_MANY_PARTS, PAYMENT_PART_REPEATS, PAYMENT_AMOUNT_TOO_LARGE,
    /// PAYMENT_TITLE_WRONG, PAYMENT_RETURN_NOT_LOCAL.
    public NewPayment {
        parts = sorted(parts);
        if (parts.isEmpty()) throw new RuleBroken(PaymentRule.PAYMENT_WITHOUT_PARTS);
        if (parts.size() > MOST_PARTS) throw new RuleBroken(PaymentRule.PAYMENT_TOO_MANY_PARTS, MOST_PARTS);
        Set<Object> keys = new HashSet<>();
        for (PaymentPart part : parts)
            if (!keys.add(List.of(part.origin(), part.subject())))
                throw new RuleBroken(PaymentRule.PAYMENT_PART_REPEATS);
        if (sum(parts).compareTo(GREATEST) > 0) throw new RuleBroken(PaymentRule.PAYMENT_AMOUNT_TOO_LARGE, GREATEST);
        title = title.strip();
        if (title.isEmpty() || title.length() > 120 || title.chars().anyMatch(Character::isISOControl))
            throw new RuleBroken(PaymentRule.PAYMENT_TITLE_WRONG);
        if (!returnPath.startsWith("/") || returnPath.startsWith("//") || returnPath.length() > 500)
            throw new RuleBroken(PaymentRule.PAYMENT_RETURN_NOT_LOCAL);
    }

    public Money total() {
        return sum(parts);
    }

    /// In one order, so that two lists of the same parts are equal.
    static List<PaymentPart> sorted(List<PaymentPart> parts) {
        return parts.stream()
                .sorted(Comparator.comparing((PaymentPart part) -> part.origin().value())
                        .thenComparing(PaymentPart::subject))
                .toList();
    }

    static Money sum(List<PaymentPart> parts) {
        return parts.stream().map(PaymentPart::amount).reduce(Money.ZERO, Money::plus);
    }
}
