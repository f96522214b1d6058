package org.farmgate.payment.providers;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.payment.PaymentId;

/// What a callback says, once its signature is proved.
public sealed interface Told {
    record Paid(PaymentId payment, Money amount, String transaction, Instant at) implements Told {}

    record Failed(PaymentId payment, Money amount, String reason) implements Told {}

    record Refunded(UUID refund, Money amount, String reference, Instant at) implements Told {}

    record RefundRefused(UUID refund, String reason) implements Told {}

    /// True, but of no interest: a state on the way.
    record OnTheWay(String word) implements Told {}
}
