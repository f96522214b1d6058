package org.farmgate.payment;

import java.util.List;

/// A payment with all that became of it, as far as somebody may see it.
///
/// @param notices what the provider told us by itself, newest first
public record PaymentFile(Payment payment, List<PaymentListing> parts, List<Refund> refunds, List<Notice> notices) {}
