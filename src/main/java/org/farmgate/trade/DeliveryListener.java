package org.farmgate.trade;

import org.farmgate.logistics.ConsignmentDelivered;
import org.farmgate.supply.TicketCancelled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears that goods arrived, so that each delivery under a contract gets its invoice. Told twice, it makes
/// one.
@Component
class DeliveryListener {
    private final Invoices invoices;

    DeliveryListener(Invoices invoices) {
        this.invoices = invoices;
    }

    @ApplicationModuleListener
    void on(ConsignmentDelivered delivered) {
        if (delivered.causeKind().equals(Invoices.CAUSE)) invoices.delivered(delivered.consignment());
    }

    @ApplicationModuleListener
    void on(TicketCancelled cancelled) {
        invoices.cancelled(cancelled.ticket());
    }
}
