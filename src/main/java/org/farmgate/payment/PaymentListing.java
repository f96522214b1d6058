package org.farmgate.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;

/// A line of an officer's list: one part of a payment.
///
/// @param refunded asked for or done
public record PaymentListing(
        PaymentId payment,
        RegionId origin,
        String kind,
        UUID subject,
        String title,
        String provider,
        PaymentState state,
        Money amount,
        Money refunded,
        Optional<String> transaction,
        Instant openedAt,
        Optional<Instant> endedAt) {}
