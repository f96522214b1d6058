package org.farmgate.trade;

import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.platform.Id;
import org.farmgate.supply.TicketId;

/// An invoice has the id of what was delivered, so that nothing delivered is ever invoiced twice.
public record InvoiceId(UUID value) implements Id {
    static InvoiceId of(ConsignmentId consignment) {
        return new InvoiceId(consignment.value());
    }

    static InvoiceId of(TicketId ticket) {
        return new InvoiceId(ticket.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
