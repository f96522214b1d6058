package org.farmgate.payment;

/// What became of a payment. From each of the others it can still succeed: a provider's word that money moved is
/// always believed, however late.
public enum PaymentState {
    /// Waits for the payer.
    OPEN,
    /// Paid; this is final.
    SUCCEEDED,
    /// The provider refused it.
    FAILED,
    /// Its time ran out.
    EXPIRED,
    /// No longer wanted by whoever opened it.
    CLOSED
}
