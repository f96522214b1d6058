package org.farmgate.ledger.payout;

/// Where one payment stands.
public enum LineState {
    PROPOSED,
    /// Released; the bank has not said yet.
    SENT,
    PAID,
    /// The bank could not deliver it; the amount is owed again.
    RETURNED,
    CANCELLED
}
