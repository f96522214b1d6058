package org.farmgate.payment;

/// A refund was decided: the provider is to be told once the transaction stands. Heard by this module alone.
record RefundAsked(RefundId refund) {}
