package org.farmgate.logistics.storage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.Departure;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.Position;
import org.farmgate.stock.Positions;
import org.springframework.stereotype.Component;

/// Sends goods off, any number of loads in a few statements: they leave their positions, consignments
/// are booked and the loads written down in one transaction, or none of it is. Ids follow from the
/// cause, so the same again is nothing new.
@Component
class Sending {
    private final ShipmentStore store;
    private final Positions positions;
    private final Consignments consignments;
    private final Clock clock;

    Sending(ShipmentStore store, Positions positions, Consignments consignments, Clock clock) {
        this.store = store;
        this.positions = positions;
        this.consignments = consignments;
        this.clock = clock;
    }

    /// What of a position goes along.
    record Pick(Position position, Mass mass, int packs) {}

    /// Goods for one place.
    record Load(
            Shipment.Kind kind,
            UUID cause,
            PartyId owner,
            SiteId from,
            SiteId to,
            boolean stays,
            LocalDate firstDay,
            LocalDate lastDay,
            List<Pick> picks) {}

    /// One shipment and consignment for each place and county of origin, since each lies in one
    /// county's books. Refuses as [Positions#departAll] does.
    List<Shipment> send(Actor actor, List<Load> loads) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Shipment> shipments = new ArrayList<>();
        List<NewConsignment> booked = new ArrayList<>();
        List<Departure> departures = new ArrayList<>();
        for (Load load : loads)
            byOrigin(load).forEach((origin, picks) -> {
                Shipment shipment = shipment(actor, load, origin, picks, now);
                shipments.add(shipment);
                booked.add(consignment(shipment, load));
                for (Shipment.Line line : shipment.lines()) departures.add(departure(shipment, line, now));
            });
        positions.departAll(actor, departures);
        store.insert(shipments);
        consignments.bookAll(booked);
        return shipments;
    }

    private static Map<RegionId, List<Pick>> byOrigin(Load load) {
        Map<RegionId, List<Pick>> byOrigin = new TreeMap<>(Comparator.comparing(RegionId::value));
        for (Pick pick : load.picks())
            byOrigin.computeIfAbsent(pick.position().origin(), _ -> new ArrayList<>())
                    .add(pick);
        return byOrigin;
    }

    private static Shipment shipment(Actor actor, Load load, RegionId origin, List<Pick> picks, Instant now) {
        ShipmentId id = new ShipmentId(named("shipment/" + load.cause() + "/" + load.to() + "/" + origin));
        return new Shipment(
                id,
                load.kind(),
                origin,
                load.owner(),
                load.from(),
                load.to(),
                load.stays(),
                new ConsignmentId(named("consignment/" + id)),
                load.cause(),
                now,
                actor.personName(),
                Shipment.Stage.SENT,
                picks.stream()
                        .map(pick -> new Shipment.Line(
                                pick.position().lot(),
                                pick.position().product(),
                                pick.position().bestBefore(),
                                MovementId.of(
                                        "shipment",
                                        id.value(),
                                        pick.position().lot().toString()),
                                pick.packs(),
                                pick.mass(),
                                Mass.ZERO,
                                Mass.ZERO,
                                Mass.ZERO))
                        .toList());
    }

    private static NewConsignment consignment(Shipment shipment, Load load) {
        return new NewConsignment(
                shipment.consignment(),
                shipment.origin(),
                shipment.owner(),
                shipment.from(),
                new Delivery.ToSite(shipment.to()),
                shipment.sent(),
                shipment.packs(),
                shipment.lines().stream()
                        .map(Shipment.Line::product)
                        .distinct()
                        .limit(NewConsignment.MOST_PRODUCTS)
                        .toList(),
                load.firstDay(),
                load.lastDay(),
                shipment.kind().cause(),
                shipment.id().value());
    }

    private static Departure departure(Shipment shipment, Shipment.Line line, Instant now) {
        return new Departure(
                line.movement(),
                line.lot(),
                shipment.from(),
                line.sent(),
                now,
                shipment.kind().cause(),
                shipment.id().value(),
                shipment.owner(),
                !shipment.stays());
    }

    static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
