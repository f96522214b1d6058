package org.farmgate.trade;

import org.farmgate.logistics.ConsignmentDelivered;
import org.farmgate.logistics.ConsignmentFailed;
import org.farmgate.measure.Mass;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears that goods under a contract were not taken, all or in part, so that they are in stock again. Told twice,
/// it puts them back once.
@Component
class SentLotsListener {
    private final SentLots lots;

    SentLotsListener(SentLots lots) {
        this.lots = lots;
    }

    @ApplicationModuleListener
    void on(ConsignmentFailed failed) {
        if (failed.causeKind().equals(Invoices.CAUSE))
            lots.putBack(failed.origin(), failed.consignment(), Mass.ZERO, failed.at());
    }

    @ApplicationModuleListener
    void on(ConsignmentDelivered delivered) {
        if (delivered.causeKind().equals(Invoices.CAUSE))
            lots.putBack(delivered.origin(), delivered.consignment(), delivered.accepted(), delivered.at());
    }
}
