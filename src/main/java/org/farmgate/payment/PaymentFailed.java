package org.farmgate.payment;

import java.time.Instant;
import java.util.List;

/// The provider refused, or time ran out. Not told when it was closed: whoever did that knows. A
/// [PaymentSucceeded] may still follow.
///
/// @param state FAILED or EXPIRED
public record PaymentFailed(
        PaymentId payment, List<PaymentPart> parts, String provider, PaymentState state, Instant at) {}
