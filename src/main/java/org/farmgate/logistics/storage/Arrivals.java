package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What comes to a warehouse: announced by hand, by a consignment or by another warehouse, then
/// received line by line. A line that differs says why, and stays as it was written.
@Service
@Transactional
public class Arrivals {
    private final ArrivalStore store;
    private final Incoming incoming;
    private final Shipments shipments;
    private final Consignments consignments;
    private final StorageAccess access;
    private final Keeping keeping;
    private final Sites sites;
    private final Clock clock;

    Arrivals(
            ArrivalStore store,
            Incoming incoming,
            Shipments shipments,
            Consignments consignments,
            StorageAccess access,
            Keeping keeping,
            Sites sites,
            Clock clock) {
        this.store = store;
        this.incoming = incoming;
        this.shipments = shipments;
        this.consignments = consignments;
        this.access = access;
        this.keeping = keeping;
        this.sites = sites;
        this.clock = clock;
    }

    /// Somebody says what will come; the same again changes nothing. Whoever runs the warehouse, or the
    /// owner. Needs KEEP_STOCK. Refuses by [NotFound], STORAGE_ID_TAKEN, GOODS_NEED_COLD.
    public Arrival announce(Actor actor, NewArrival wanted) {
        access.sending(actor, wanted.site(), wanted.owner());
        incoming.requireKnown(wanted);
        Arrival arrival = new Arrival(
                wanted.id(),
                wanted.site(),
                wanted.owner(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wanted.expectedOn(),
                Optional.empty(),
                wanted.note(),
                now(),
                actor.personName(),
                Arrival.Stage.ANNOUNCED,
                "",
                wanted.lines().stream()
                        .map(line -> Arrival.Line.announced(line.lot(), line.mass()))
                        .toList());
        if (store.insert(arrival)) return arrival;
        Arrival there = store.find(wanted.id())
                .filter(one -> one.site().equals(wanted.site())
                        && one.owner().equals(wanted.owner())
                        && one.expectedOn().equals(wanted.expectedOn())
                        && one.shipment().isEmpty())
                .orElseThrow(() -> new RuleBroken(StorageRule.STORAGE_ID_TAKEN));
        return there;
    }

    /// A consignment was booked to a warehouse, so it is expected there. Told twice, it is expected
    /// once.
    void booked(ConsignmentId id) {
        Consignment one = consignments.get(id);
        if (one.toSite().isEmpty() || one.causeKind().equals(Shipment.Kind.TRANSFER.cause())) return;
        SiteId site = one.toSite().get();
        if (!keeping.keptAt(site) || one.stage().isFinal()) return;
        store.insert(new Arrival(
                new ArrivalId(Sending.named("arrival/" + id)),
                site,
                one.sender(),
                Optional.of(one.from()),
                Optional.of(id),
                Optional.of(one.origin()),
                Optional.empty(),
                one.lastDay(),
                Optional.of(one.mass()),
                "",
                one.bookedAt(),
                "",
                Arrival.Stage.ANNOUNCED,
                "",
                List.of()));
    }

    /// Another warehouse sent it, so each of its lines is announced.
    void sent(Shipment shipment, java.time.LocalDate expectedOn) {
        store.insert(new Arrival(
                idOf(shipment),
                shipment.to(),
                shipment.owner(),
                Optional.of(shipment.from()),
                Optional.of(shipment.consignment()),
                Optional.of(shipment.origin()),
                Optional.of(shipment.id()),
                expectedOn,
                Optional.of(shipment.sent()),
                "",
                shipment.sentAt(),
                shipment.sentBy(),
                Arrival.Stage.ANNOUNCED,
                "",
                shipment.lines().stream()
                        .map(line -> Arrival.Line.announced(line.lot(), line.sent()))
                        .toList()));
    }

    static ArrivalId idOf(Shipment shipment) {
        return new ArrivalId(Sending.named("arrival/" + shipment.id()));
    }

    /// Its consignment failed: what has not come does not come.
    void failed(ConsignmentId id) {
        store.ofConsignment(id)
                .filter(arrival -> arrival.stage() == Arrival.Stage.ANNOUNCED)
                .ifPresent(arrival -> store.close(
                        arrival,
                        arrival.received().isZero() ? Arrival.Stage.CANCELLED : Arrival.Stage.RECEIVED,
                        "",
                        now()));
    }

    /// Somebody looked at one lot of it; the same again changes nothing. It lies at the dock then.
    /// Needs KEEP_STOCK, for whoever runs the warehouse. Refuses by [NotFound], ARRIVAL_CLOSED,
    /// ARRIVAL_LINE_RECEIVED, DIFFERENCE_WITHOUT_REASON, REASON_WITHOUT_DIFFERENCE, WAREHOUSE_FULL,
    /// GOODS_NEED_COLD, MORE_THAN_SENT, ARRIVAL_OF_OTHER_GOODS, where its consignment has not been handed
    /// over or has failed by CONSIGNMENT_NOT_IN_THAT_STATE, and as stock does: RECEIPT_EXCEEDS_LOT,
    /// POSITION_OF_ANOTHER_OWNER, NOT_ENOUGH_FREE.
    public Arrival receive(Actor actor, SiteId site, ArrivalId id, Received received) {
        access.keeping(actor, site);
        keeping.queueUp(site);
        Arrival arrival = get(site, id);
        Optional<Arrival.Line> line = arrival.line(received.lot());
        if (line.flatMap(Arrival.Line::received).isPresent()) return sameOrRefused(arrival, line.get(), received);
        if (arrival.stage() != Arrival.Stage.ANNOUNCED) throw new RuleBroken(StorageRule.ARRIVAL_CLOSED);
        Mass announced = line.map(Arrival.Line::announced).orElse(Mass.ZERO);
        boolean differs = !received.mass().equals(announced);
        if (differs && received.difference().isEmpty())
            throw new RuleBroken(StorageRule.DIFFERENCE_WITHOUT_REASON, announced, received.mass());
        if (!differs && received.difference().isPresent())
            throw new RuleBroken(StorageRule.REASON_WITHOUT_DIFFERENCE, announced);
        incoming.bringIn(actor, arrival, received);
        if (line.isEmpty()) store.announce(arrival, List.of(Arrival.Line.announced(received.lot(), Mass.ZERO)));
        store.receive(arrival, received, actor.personName(), now());
        return get(site, id);
    }

    private static Arrival sameOrRefused(Arrival arrival, Arrival.Line there, Received received) {
        boolean same = there.received().equals(Optional.of(received.mass()))
                && there.how().equals(Optional.of(received.how()))
                && there.difference().equals(received.difference());
        if (!same) throw new RuleBroken(StorageRule.ARRIVAL_LINE_RECEIVED);
        return arrival;
    }

    /// All of it has been looked at; the same again changes nothing. Where the actor may, the
    /// consignment that brought it is delivered with what came. Needs KEEP_STOCK. Refuses by
    /// [NotFound], ARRIVAL_CLOSED, ARRIVAL_LINES_OPEN.
    public Arrival finish(Actor actor, SiteId site, ArrivalId id) {
        access.keeping(actor, site);
        keeping.queueUp(site);
        Arrival arrival = get(site, id);
        if (arrival.stage() == Arrival.Stage.RECEIVED) return arrival;
        if (arrival.stage() == Arrival.Stage.CANCELLED) throw new RuleBroken(StorageRule.ARRIVAL_CLOSED);
        if (arrival.open() > 0 || arrival.lines().isEmpty())
            throw new RuleBroken(StorageRule.ARRIVAL_LINES_OPEN, arrival.open());
        store.close(arrival, Arrival.Stage.RECEIVED, actor.personName(), now());
        arrival.shipment().map(shipments::get).ifPresent(shipments::arrived);
        arrival.consignment().ifPresent(consignment -> deliver(actor, consignment, arrival.received()));
        return get(site, id);
    }

    private void deliver(Actor actor, ConsignmentId id, Mass received) {
        Consignment one = consignments.get(id);
        if (one.stage() == ConsignmentStage.HANDED_OVER
                && !received.isZero()
                && received.compareTo(one.sent()) <= 0
                && consignments.maySend(actor, one))
            consignments.deliver(actor, id, actor.personName(), received, clock.instant());
    }

    /// It does not come. Needs KEEP_STOCK. Refuses by [NotFound], ARRIVAL_CLOSED where some of it came,
    /// and ARRIVAL_UNDER_WAY where a consignment brings it: that one fails instead.
    public Arrival cancel(Actor actor, SiteId site, ArrivalId id) {
        Arrival arrival = see(actor, id);
        access.sending(actor, site, arrival.owner());
        keeping.queueUp(site);
        arrival = get(site, id);
        if (arrival.stage() == Arrival.Stage.CANCELLED) return arrival;
        if (arrival.consignment().isPresent()) throw new RuleBroken(StorageRule.ARRIVAL_UNDER_WAY);
        if (arrival.stage() == Arrival.Stage.RECEIVED || !arrival.received().isZero())
            throw new RuleBroken(StorageRule.ARRIVAL_CLOSED);
        store.close(arrival, Arrival.Stage.CANCELLED, actor.personName(), now());
        return get(site, id);
    }

    private Arrival get(SiteId site, ArrivalId id) {
        return store.find(id)
                .filter(arrival -> arrival.site().equals(site))
                .orElseThrow(() -> new NotFound("arrival", id));
    }

    /// For whoever runs the warehouse, and the owner. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Arrival see(Actor actor, ArrivalId id) {
        if (!actor.may(Right.SEE_STOCK)) actor.require(Right.KEEP_STOCK);
        Arrival arrival = store.find(id).orElseThrow(() -> new NotFound("arrival", id));
        Site site = sites.get(arrival.site());
        if (!StorageAccess.runs(actor, site) && !actor.actsFor(arrival.owner())) throw new NotFound("arrival", id);
        return arrival;
    }

    /// The soonest first while announced, the latest first after: all for whoever runs the warehouse,
    /// else one's own.
    @Transactional(readOnly = true)
    public List<Arrival> at(Actor actor, SiteId site, Arrival.Stage stage, Paging paging) {
        return store.at(site, stage, access.only(actor, site), paging);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
