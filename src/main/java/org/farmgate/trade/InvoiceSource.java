package org.farmgate.trade;

/// What was delivered by.
public enum InvoiceSource {
    /// A consignment that the buyer took; the invoice is a debt of the buyer.
    CONSIGNMENT,
    /// A weight ticket of the buyer at the farm gate. The ticket itself is the debt; the invoice only shows
    /// it, and posts nothing: a kilogram is paid once.
    TICKET
}
