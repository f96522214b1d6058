package org.farmgate.payment;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;

/// The provider has given the money back. `shop` posts it.
public record PaymentRefunded(
        RefundId refund,
        PaymentId payment,
        RegionId origin,
        String kind,
        UUID subject,
        String provider,
        Money amount,
        Instant at) {}
