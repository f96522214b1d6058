package org.farmgate.logistics.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.ConsignmentState;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.LogisticsRule;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.logistics.Returns;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.Departure;
import org.farmgate.stock.Landing;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Receipt;
import org.springframework.stereotype.Component;

/// How goods of an arrival get into stock: out of a shipment of another warehouse; from the position
/// that they lay at where their consignment set out; or, where a lot lies nowhere yet, for the first
/// time. What a deal sold had left stock when it was sent, and is only counted.
@Component
class Incoming {
    private static final String CAUSE = "arrival";

    private final Positions positions;
    private final Lots lots;
    private final Products products;
    private final Shipments shipments;
    private final Consignments consignments;
    private final Keeping keeping;
    private final StorageAccess access;

    Incoming(
            Positions positions,
            Lots lots,
            Products products,
            Shipments shipments,
            Consignments consignments,
            Keeping keeping,
            StorageAccess access) {
        this.positions = positions;
        this.lots = lots;
        this.products = products;
        this.shipments = shipments;
        this.consignments = consignments;
        this.keeping = keeping;
        this.access = access;
    }

    /// Refuses by [NotFound] for lots that nobody registered and by GOODS_NEED_COLD.
    void requireKnown(NewArrival wanted) {
        Map<LotId, Lot> known = lots.byIds(
                wanted.lines().stream().map(NewArrival.Announced::lot).toList());
        NearMarketWarehouse terms = access.terms(wanted.site());
        for (NewArrival.Announced line : wanted.lines()) {
            Lot lot = known.get(line.lot());
            if (lot == null) throw new NotFound("lot", line.lot());
            if (!terms.cold() && products.get(lot.product()).storage() != Storage.AMBIENT)
                throw new RuleBroken(StorageRule.GOODS_NEED_COLD);
        }
    }

    void bringIn(Actor actor, Arrival arrival, Received received) {
        Lot lot = lots.get(received.lot());
        Optional<Consignment> by = arrival.shipment().isPresent()
                ? Optional.empty()
                : arrival.consignment().map(consignments::get);
        by.ifPresent(one -> requireSent(arrival, received, lot, one));
        if (!received.mass().isZero())
            keeping.requireRoom(
                    arrival.site(), received.mass(), products.get(lot.product()).storage());
        if (arrival.shipment().isPresent()) {
            Shipment shipment = shipments.get(arrival.shipment().get());
            if (!shipments.landed(shipment, received.lot(), received.mass(), received.at()))
                throw new RuleBroken(StorageRule.ARRIVAL_OF_OTHER_GOODS);
            return;
        }
        if (received.mass().isZero() || by.isPresent() && !liesInStock(by.get())) return;
        Optional<Position> source = source(arrival, lot);
        if (source.isPresent()) carry(actor, arrival, received, source.get());
        else receive(actor, arrival, received);
    }

    /// No more comes than the sender handed over, and nothing else.
    private static void requireSent(Arrival arrival, Received received, Lot lot, Consignment one) {
        Mass sent = switch (one.state()) {
            case ConsignmentState.HandedOver handed -> handed.loaded();
            case ConsignmentState.Delivered delivered -> delivered.accepted();
            case ConsignmentState.Booked _, ConsignmentState.Failed _ ->
                throw new RuleBroken(LogisticsRule.CONSIGNMENT_NOT_IN_THAT_STATE, one.number());
        };
        boolean named = one.products().isEmpty() || one.products().contains(lot.product());
        if (!named || !lot.origin().equals(one.origin())) throw new RuleBroken(StorageRule.ARRIVAL_OF_OTHER_GOODS);
        Mass came = arrival.received().plus(received.mass());
        if (came.compareTo(sent) > 0) throw new RuleBroken(StorageRule.MORE_THAN_SENT, came, sent);
    }

    /// Whether its goods lie in stock where they set out: those that their owner moves, and those of them
    /// that go back. What a deal sold was issued for good.
    private boolean liesInStock(Consignment one) {
        if (!one.causeKind().equals(Returns.CAUSE)) return one.causeKind().equals(NewConsignment.OWN);
        return consignments.byIds(List.of(new ConsignmentId(one.cause()))).stream()
                .anyMatch(sent -> sent.stage() == ConsignmentStage.DELIVERED && stayedTheirOwners(sent));
    }

    private boolean stayedTheirOwners(Consignment sent) {
        String kind = sent.causeKind();
        return kind.equals(NewConsignment.OWN)
                || kind.equals(Shipment.Kind.TRANSFER.cause())
                || kind.equals(Shipment.Kind.REPLENISHMENT.cause())
                        && shipments.get(new ShipmentId(sent.cause())).stays();
    }

    private Optional<Position> source(Arrival arrival, Lot lot) {
        if (arrival.from().isEmpty()) return Optional.empty();
        SiteId from = arrival.from().get();
        return positions.byKeys(List.of(new PositionKey(lot.origin(), lot.id(), from))).stream()
                .filter(position -> position.owner().equals(arrival.owner())
                        && !position.onHand().isZero())
                .findFirst();
    }

    private void carry(Actor actor, Arrival arrival, Received received, Position source) {
        MovementId id = movement(arrival, received.lot(), "out");
        positions.departAll(
                actor,
                List.of(new Departure(
                        id,
                        received.lot(),
                        source.site(),
                        received.mass(),
                        received.at(),
                        CAUSE,
                        arrival.id().value(),
                        arrival.owner(),
                        false)));
        positions.landAll(List.of(new Landing(id, arrival.site(), received.mass(), received.at())));
    }

    private void receive(Actor actor, Arrival arrival, Received received) {
        positions.receive(
                actor,
                new Receipt(
                        movement(arrival, received.lot(), "in"),
                        received.lot(),
                        arrival.site(),
                        received.mass(),
                        received.at(),
                        CAUSE,
                        arrival.id().value(),
                        Optional.of(arrival.owner())));
    }

    private static MovementId movement(Arrival arrival, LotId lot, String way) {
        return MovementId.of(CAUSE, arrival.id().value(), way + "/" + lot);
    }
}
