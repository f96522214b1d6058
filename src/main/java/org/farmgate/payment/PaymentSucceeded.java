package org.farmgate.payment;

import java.time.Instant;
import java.util.List;

/// The money is there. Told once for each payment, also when it had been closed or had expired before: whoever
/// opened it then delivers after all or asks for a refund. `shop` posts it and moves its orders on.
///
/// @param transaction the provider's own word for it
/// @param at by the provider's clock
public record PaymentSucceeded(
        PaymentId payment, List<PaymentPart> parts, String provider, String transaction, Instant at) {}
