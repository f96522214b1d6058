package org.farmgate.payment;

/// A payment that a provider knows of is not wanted any more. Heard by this module alone.
record PaymentDropped(PaymentId payment) {}
