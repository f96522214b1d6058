package org.farmgate.trade;

import org.farmgate.logistics.ConsignmentFailed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears that goods under a contract did not arrive, so that they are in stock again. Told twice, it puts them
/// back once.
@Component
class SentLotsListener {
    private final SentLots lots;

    SentLotsListener(SentLots lots) {
        this.lots = lots;
    }

    @ApplicationModuleListener
    void on(ConsignmentFailed failed) {
        if (failed.causeKind().equals(Invoices.CAUSE)) lots.putBack(failed.origin(), failed.consignment(), failed.at());
    }
}
