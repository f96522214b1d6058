package org.farmgate.payment;

/// How far money is on its way back.
public enum RefundState {
    /// Decided; the provider is being told.
    ASKED,
    /// The provider has taken it on; or, with cash, a person still has to hand it over.
    UNDER_WAY,
    /// The money is back.
    DONE,
    /// The provider refused it; the sum counts as paid again.
    FAILED
}
