package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.ConsignmentMoves;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.Site;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Component;

/// Tells the consignment that a parcel belongs to what became of it. In the caller's transaction.
@Component
class ParcelEnding {
    private final ConsignmentMoves consignments;
    private final ParcelStore store;
    private final ParcelReadStore reading;
    private final Parties parties;
    private final Sealing sealing;

    ParcelEnding(
            ConsignmentMoves consignments,
            ParcelStore store,
            ParcelReadStore reading,
            Parties parties,
            Sealing sealing) {
        this.consignments = consignments;
        this.store = store;
        this.reading = reading;
        this.parties = parties;
        this.sealing = sealing;
    }

    /// The first of its packages was taken in: the network carries it.
    void begun(Actor actor, Parcel parcel, Site site) {
        if (!(parcel.source() instanceof ParcelSource.Order order)) return;
        PartyId operator = site.operator();
        Optional<Party> known =
                Optional.ofNullable(parties.byIds(List.of(operator)).get(operator));
        String name = known.map(Party::name).orElse(site.name());
        consignments.handedOver(actor, order.consignment(), new Carrier(Optional.of(operator), name), parcel.takenIn());
    }

    /// It was handed out, or came back. The consignment is delivered with its last package, and failed with
    /// the first that came back.
    ///
    /// @param taker the name of who took it
    void taken(Optional<Actor> actor, Parcel parcel, String taker, Instant at) {
        if (!taker.isEmpty()) store.takenBy(parcel.key(), ParcelSealing.taker(sealing, parcel.id(), taker));
        if (!(parcel.source() instanceof ParcelSource.Order order)) return;
        if (parcel.state().returning()) {
            consignments.failed(actor, order.consignment(), RETURNED, at);
            return;
        }
        consignments.hold(order.consignment());
        int packages = consignments.packages(order.consignment());
        long taken = reading.ofConsignment(order.consignment()).stream()
                .filter(one ->
                        one.stage() == ParcelStage.HANDED_OUT && !one.state().returning())
                .count();
        if (taken >= packages) consignments.delivered(actor, order.consignment(), taker, at);
    }

    /// It will not arrive.
    void failed(Optional<Actor> actor, Parcel parcel, String reason, Instant at) {
        if (parcel.source() instanceof ParcelSource.Order order)
            consignments.failed(actor, order.consignment(), reason, at);
    }

    private static final String RETURNED = "returned";
}
