package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentDelivered;
import org.farmgate.logistics.ConsignmentFailed;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Landing;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Positions;
import org.farmgate.stock.PutBack;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Goods that left a warehouse: what of them is under way, arrived, came back or was lost. Of what was
/// sent each gram is one of these, once, however often it is told.
@Service
@Transactional
public class Shipments {
    private final ShipmentStore store;
    private final ShelfStore shelves;
    private final BinStore bins;
    private final Positions positions;
    private final Sites sites;
    private final Clock clock;

    Shipments(ShipmentStore store, ShelfStore shelves, BinStore bins, Positions positions, Sites sites, Clock clock) {
        this.store = store;
        this.shelves = shelves;
        this.bins = bins;
        this.positions = positions;
        this.sites = sites;
        this.clock = clock;
    }

    /// The consignment was taken by the store. What it did not take is named lost, the last to expire
    /// first; what it took lies in the store from now on, where the store is its owner's.
    void delivered(ConsignmentDelivered delivered) {
        Shipment shipment = locked(delivered.origin(), delivered.cause());
        if (shipment.stage() != Shipment.Stage.SENT) return;
        long left = delivered.accepted().grams();
        List<Landing> landings = new ArrayList<>();
        for (Shipment.Line line : shipment.lines()) {
            Mass arrived = new Mass(Math.min(left, line.underWay().grams()));
            left -= arrived.grams();
            store.became(
                    shipment, line.lot(), arrived, Mass.ZERO, line.underWay().minus(arrived));
            if (shipment.stays() && !arrived.isZero())
                landings.add(new Landing(line.movement(), shipment.to(), arrived, delivered.at()));
        }
        store.close(shipment, Shipment.Stage.ARRIVED, delivered.at());
        positions.landAll(landings);
    }

    /// The consignment did not arrive: what is under way of it lies where it came from again.
    void failed(ConsignmentFailed failed) {
        Shipment shipment = locked(failed.origin(), failed.cause());
        if (shipment.stage() != Shipment.Stage.SENT) return;
        for (Shipment.Line line : shipment.lines()) {
            Mass back = line.underWay();
            if (back.isZero()) continue;
            store.became(shipment, line.lot(), Mass.ZERO, back, Mass.ZERO);
            if (shipment.stays())
                positions.landAll(List.of(new Landing(line.movement(), shipment.from(), back, failed.at())));
            else positions.putBack(List.of(new PutBack(line.movement(), back, failed.at())));
        }
        store.close(shipment, Shipment.Stage.BACK, failed.at());
    }

    /// A line of a transfer was looked at where it went: so much of it came, the rest is named lost.
    /// Refuses by MORE_THAN_SENT. False where the lot is not in it.
    boolean landed(Shipment shipment, LotId lot, Mass came, Instant at) {
        Shipment now = store.lock(shipment.origin(), shipment.id()).orElseThrow();
        Optional<Shipment.Line> line =
                now.lines().stream().filter(one -> one.lot().equals(lot)).findFirst();
        if (line.isEmpty()) return false;
        Mass underWay = line.get().underWay();
        if (came.compareTo(underWay) > 0) throw new RuleBroken(StorageRule.MORE_THAN_SENT, came, underWay);
        store.became(now, lot, came, Mass.ZERO, underWay.minus(came));
        if (!came.isZero()) positions.landAll(List.of(new Landing(line.get().movement(), now.to(), came, at)));
        return true;
    }

    void arrived(Shipment shipment) {
        store.close(shipment, Shipment.Stage.ARRIVED, clock.instant());
    }

    private Shipment locked(org.farmgate.place.RegionId origin, UUID id) {
        return store.lock(origin, new ShipmentId(id)).orElseThrow(() -> new NotFound("shipment", id));
    }

    Shipment get(ShipmentId id) {
        return store.find(id).orElseThrow(() -> new NotFound("shipment", id));
    }

    /// What a proposal or a transfer sent.
    List<Shipment> ofCause(UUID cause) {
        return store.ofCause(cause);
    }

    /// For its owner and for whoever runs the place that it leaves or comes to. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Shipment see(Actor actor, ShipmentId id) {
        Shipment shipment = get(id);
        if (!actor.may(Right.SEE_STOCK)) actor.require(Right.KEEP_STOCK);
        boolean seen = actor.actsFor(shipment.owner())
                || StorageAccess.runs(actor, sites.get(shipment.from()))
                || StorageAccess.runs(actor, sites.get(shipment.to()));
        if (!seen) throw new NotFound("shipment", id);
        return shipment;
    }

    /// Those that left a site or come to it, the latest first: all for whoever runs it, else one's own.
    @Transactional(readOnly = true)
    public List<Shipment> at(Actor actor, SiteId site, Paging paging) {
        boolean runs = StorageAccess.runs(actor, sites.get(site));
        Optional<PartyId> only = runs ? Optional.empty() : Optional.of(actor.organisation());
        return store.touching(site, only, paging);
    }

    /// From which bins its goods were taken: the list to pick by.
    @Transactional(readOnly = true)
    public List<Picked> picks(Actor actor, ShipmentId id) {
        Shipment shipment = see(actor, id);
        var codes = bins.of(shipment.from()).stream().collect(java.util.stream.Collectors.toMap(Bin::id, Bin::code));
        return shelves
                .ofIds(shipment.lines().stream()
                        .map(line -> line.movement().value())
                        .toList())
                .stream()
                .filter(moved -> moved.grams() < 0)
                .map(moved -> new Picked(codes.getOrDefault(moved.bin(), "–"), moved.lot(), new Mass(-moved.grams())))
                .toList();
    }

    /// So much of a lot from a bin.
    public record Picked(String bin, LotId lot, Mass mass) {}
}
