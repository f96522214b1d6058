package org.farmgate.payment;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;

/// The provider refused to give the money back; the sum counts as paid again and another refund may be asked for.
public record RefundFailed(
        RefundId refund,
        PaymentId payment,
        RegionId origin,
        String kind,
        UUID subject,
        String provider,
        Money amount,
        Instant at) {}
