package org.farmgate.logistics.storage;

import org.farmgate.logistics.ConsignmentBooked;
import org.farmgate.logistics.ConsignmentDelivered;
import org.farmgate.logistics.ConsignmentFailed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears what becomes of consignments: those to a warehouse are expected there, and those that a
/// warehouse sent arrive or come back. Durable, so that nothing is lost when the process dies in
/// between; told twice, it happens once.
@Component
class ConsignmentFollowing {
    private final Arrivals arrivals;
    private final Shipments shipments;

    ConsignmentFollowing(Arrivals arrivals, Shipments shipments) {
        this.arrivals = arrivals;
        this.shipments = shipments;
    }

    @ApplicationModuleListener
    void on(ConsignmentBooked booked) {
        arrivals.booked(booked.consignment());
    }

    @ApplicationModuleListener
    void on(ConsignmentDelivered delivered) {
        if (delivered.causeKind().equals(Shipment.Kind.REPLENISHMENT.cause())) shipments.delivered(delivered);
    }

    @ApplicationModuleListener
    void on(ConsignmentFailed failed) {
        for (Shipment.Kind kind : Shipment.Kind.values())
            if (failed.causeKind().equals(kind.cause())) shipments.failed(failed);
        arrivals.failed(failed.consignment());
    }
}
