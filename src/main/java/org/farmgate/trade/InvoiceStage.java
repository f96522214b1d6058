package org.farmgate.trade;

/// Where an invoice stands.
public enum InvoiceStage {
    OPEN,
    PARTLY_PAID,
    PAID,
    /// The buyer's weight ticket is the debt; it is paid out with the grower's slip.
    BY_TICKET,
    /// The ticket behind it was cancelled.
    VOID
}
