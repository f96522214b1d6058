package org.farmgate.payment.providers;

import java.time.Instant;
import org.farmgate.measure.Money;

/// How a payment stands with its provider.
public sealed interface Standing {
    record Paid(Money amount, String transaction, Instant at) implements Standing {}

    record Failed(String reason) implements Standing {}

    /// Nobody has paid yet, or it is being worked on.
    record Waiting() implements Standing {}

    /// The provider has closed it, or has never heard of it: it cannot be paid any more.
    record Over() implements Standing {}
}
