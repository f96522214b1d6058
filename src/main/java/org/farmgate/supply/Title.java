package org.farmgate.supply;

/// Whose goods a lot is, which decides who is paid when it is sold.
public enum Title {
    /// Bought: the grower is paid by the ticket, and what it is sold for later is the buyer's.
    OUTRIGHT,
    /// Taken in to be sold for the grower: no debt now, settlement pays the grower.
    ON_BEHALF
}
