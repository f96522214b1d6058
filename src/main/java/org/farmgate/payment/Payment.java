package org.farmgate.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;

/// A payment as it stands.
///
/// @param key the payer's; shown to nobody else
/// @param parts in the order of origin and subject
/// @param way how to pay, once it has begun; before that, [#path] leads there
/// @param transaction the provider's own word for it, once it succeeded
/// @param paidAt by the provider's clock
/// @param failure the provider's reason where it failed, in its own words
public record Payment(
        PaymentId id,
        PayKey key,
        List<PaymentPart> parts,
        String provider,
        String title,
        PaymentState state,
        Instant openedAt,
        Optional<Instant> expiresAt,
        String returnPath,
        Optional<Way> way,
        Optional<String> transaction,
        Optional<Instant> paidAt,
        Optional<Instant> endedAt,
        Optional<String> failure) {
    public Money total() {
        return NewPayment.sum(parts);
    }

    /// The page where it is paid and where its state is seen. Whoever knows it may come.
    public String path() {
        return "/pay/" + key;
    }

    public boolean isOpen() {
        return state == PaymentState.OPEN;
    }

    public boolean succeeded() {
        return state == PaymentState.SUCCEEDED;
    }

    /// Whether somebody asked for the same money for the same things. Time limits and wording may differ between
    /// two tries of one client.
    boolean sameAs(NewPayment other) {
        return parts.equals(other.parts()) && provider.equals(other.provider());
    }
}
