package org.farmgate.payment;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Money;

/// Something a provider told us about a payment, and what we made of it.
///
/// @param word what it said: `PAID`, `FAILED`, …; message `payment.notice.<word>`
/// @param outcome message `payment.outcome.<outcome>`
public record Notice(
        Instant receivedAt, String word, String outcome, Optional<Money> amount, Optional<String> transaction) {}
