package org.farmgate.ledger.payout;

/// Where a payout stands.
public enum PayoutState {
    /// Amounts are set aside; a second person has yet to look.
    PROPOSED,
    /// Posted, and ready for the bank.
    RELEASED,
    /// Given up before release; what was set aside is free again.
    CANCELLED
}
