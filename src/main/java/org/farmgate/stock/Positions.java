package org.farmgate.stock;

import java.util.Collection;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What lies where: the one way into it, for other modules and for stock's own pages. What is on hand
/// is the sum of the movements, always; a movement's id makes it happen once however often it is sent.
@Service
@Transactional
public class Positions {
    private final Lots lots;
    private final LotStateStore states;
    private final PositionStore store;
    private final PositionSearch searching;
    private final MovementStore movements;
    private final HoldingStore holdings;
    private final Receiving receiving;
    private final Leaving leaving;
    private final Moving moving;
    private final PuttingBack puttingBack;
    private final UnderWay underWay;
    private final StockAccess access;
    private final ApplicationEventPublisher events;

    Positions(
            Lots lots,
            LotStateStore states,
            PositionStore store,
            PositionSearch searching,
            MovementStore movements,
            HoldingStore holdings,
            Receiving receiving,
            Leaving leaving,
            Moving moving,
            PuttingBack puttingBack,
            UnderWay underWay,
            StockAccess access,
            ApplicationEventPublisher events) {
        this.lots = lots;
        this.states = states;
        this.store = store;
        this.searching = searching;
        this.movements = movements;
        this.holdings = holdings;
        this.receiving = receiving;
        this.leaving = leaving;
        this.moving = moving;
        this.puttingBack = puttingBack;
        this.underWay = underWay;
        this.access = access;
        this.events = events;
    }

    /// Goods of a registered lot come in at a site that the actor keeps. Of a lot no more can come in
    /// than it weighs less what was taken over. Goods of a lot on hold or recalled come in as such.
    ///
    /// Refuses by [NotFound], RECEIPT_EXCEEDS_LOT, POSITION_OF_ANOTHER_OWNER, STOCK_SITE_CLOSED,
    /// MOVEMENT_IN_FUTURE, MOVEMENT_ID_TAKEN.
    public void receive(Actor actor, Receipt receipt) {
        receiving.all(actor, List.of(receipt), MovementKind.RECEIVED).forEach(events::publishEvent);
    }

    /// Many at once, all or none, in a few statements. Refuses as [#receive] does.
    public void receiveAll(Actor actor, Collection<Receipt> receipts) {
        List<LotReceived> told = receiving.all(actor, receipts, MovementKind.RECEIVED);
        for (int from = 0; from < told.size(); from += LotsReceived.MOST)
            events.publishEvent(new LotsReceived(told.subList(from, Math.min(told.size(), from + LotsReceived.MOST))));
    }

    /// What a lot weighs comes in under another lot that takes it over, and so no more under this one.
    /// False, and nothing is counted, when too much of it has come in or been taken over already. For
    /// modules, in the transaction that makes the other lot.
    ///
    /// Refuses by [NotFound].
    public boolean takeOver(LotId lot, Mass mass) {
        return states.takeOver(lots.get(lot), mass);
    }

    /// The other lot is undone: what it took over can come in again. For modules, once for each
    /// [#takeOver].
    ///
    /// Refuses by [NotFound].
    public void giveBack(LotId lot, Mass mass) {
        states.giveBack(lots.get(lot), mass);
    }

    /// Goods come back from a buyer. Refuses as [#receive] does, but for RECEIPT_EXCEEDS_LOT.
    public void takeBack(Actor actor, Receipt receipt) {
        receiving.all(actor, List.of(receipt), MovementKind.RETURNED).forEach(events::publishEvent);
    }

    /// Goods that are not set aside go to another site; they stay their owner's, and their quality goes
    /// with them.
    ///
    /// Refuses by [NotFound], NOT_ENOUGH_FREE, MOVE_TO_SAME_SITE, MOVE_MIXES_QUALITY,
    /// POSITION_OF_ANOTHER_OWNER, STOCK_SITE_CLOSED, MOVEMENT_IN_FUTURE, MOVEMENT_ID_TAKEN.
    public void move(Actor actor, Move move) {
        moving.move(actor, move).ifPresent(events::publishEvent);
    }

    /// Goods are lost. What is set aside gives way, as a recall makes it.
    ///
    /// Refuses by [NotFound], NOT_ENOUGH_ON_HAND, MOVEMENT_IN_FUTURE, MOVEMENT_ID_TAKEN.
    public void writeOff(Actor actor, WriteOff lost) {
        leaving.writeOff(actor, lost).ifPresent(events::publishEvent);
    }

    /// Goods that are good and not set aside leave for another purpose than a pick: delivered on a
    /// contract, made into something.
    ///
    /// Refuses by [NotFound], NOT_ENOUGH_FREE, GOODS_NOT_GOOD, MOVEMENT_IN_FUTURE, MOVEMENT_ID_TAKEN.
    public void issue(Actor actor, Issue issue) {
        leaving.issue(actor, issue).ifPresent(events::publishEvent);
    }

    /// Issued goods are where they had lain again, all or none; told again nothing changes. For
    /// modules, which hear what became of the goods from nobody who acts: the movements name whoever
    /// had issued them. A site that was closed meanwhile takes them too, for they are there.
    ///
    /// Refuses by [NotFound] for what was not issued, and by MOVEMENT_ID_TAKEN where another mass of it
    /// came back.
    public void putBack(Collection<PutBack> back) {
        if (!back.isEmpty()) puttingBack.all(back).forEach(events::publishEvent);
    }

    /// Goods that are good and not set aside set out, all or none; sent again nothing changes.
    /// Positions are locked in one order, so two who want the same wait for one another. For modules,
    /// which have asked whether the actor may.
    ///
    /// Refuses by [NotFound] (also for goods of another owner), NOT_ENOUGH_FREE, GOODS_NOT_GOOD,
    /// MOVEMENT_IN_FUTURE, MOVEMENT_ID_TAKEN.
    public void departAll(Actor actor, Collection<Departure> wanted) {
        if (!wanted.isEmpty()) underWay.depart(actor, wanted, events::publishEvent);
    }

    /// Goods that had set out and were not issued are at a site, all or none; told again nothing
    /// changes. For modules: the movements name whoever had sent them.
    ///
    /// Refuses by [NotFound] for what did not set out, POSITION_OF_ANOTHER_OWNER, MOVEMENT_ID_TAKEN.
    public void landAll(Collection<Landing> wanted) {
        if (!wanted.isEmpty()) underWay.land(wanted).forEach(events::publishEvent);
    }

    /// What lies at a site, the first to expire first. For modules.
    @Transactional(readOnly = true)
    public List<Position> atSite(SiteId site) {
        return store.atSites(List.of(site));
    }

    /// As [#atSite] for many in one query.
    @Transactional(readOnly = true)
    public List<Position> atSites(Collection<SiteId> sites) {
        return sites.isEmpty() ? List.of() : store.atSites(sites);
    }

    /// Those of them that there are or were. For modules.
    @Transactional(readOnly = true)
    public List<Position> byKeys(Collection<PositionKey> keys) {
        return store.byKeys(keys);
    }

    /// Refuses by [NotFound]. For modules; who asks on somebody's behalf uses [#see].
    @Transactional(readOnly = true)
    public Position get(PositionKey key) {
        return store.find(key).orElseThrow(() -> new NotFound("position", key));
    }

    /// Refuses by [NotFound], also for one out of the actor's sight.
    @Transactional(readOnly = true)
    public Position see(Actor actor, PositionKey key) {
        Sight sight = access.sight(actor);
        return store.find(key).filter(sight::holds).orElseThrow(() -> new NotFound("position", key));
    }

    /// A lot, for whoever sees one of its places or looks after its county. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Lot seeLot(Actor actor, LotId id) {
        Sight sight = access.sight(actor);
        Lot lot = lots.get(id);
        if (!sight.holds(lot) && store.ofLot(id).stream().noneMatch(sight::holds)) throw new NotFound("lot", id);
        return lot;
    }

    /// All places of a lot that the actor sees; none for a lot that lies nowhere in sight.
    @Transactional(readOnly = true)
    public List<Position> ofLot(Actor actor, LotId lot) {
        Sight sight = access.sight(actor);
        return store.ofLot(lot).stream().filter(sight::holds).toList();
    }

    /// As [#ofLot] for modules.
    @Transactional(readOnly = true)
    public List<Position> ofLot(LotId lot) {
        return store.ofLot(lot);
    }

    /// Those in the actor's sight, the first to expire first.
    @Transactional(readOnly = true)
    public Slice<Position> search(Actor actor, PositionQuery query) {
        return searching.search(actor, query);
    }

    /// What is on hand of each product, by how soon it expires.
    @Transactional(readOnly = true)
    public List<ProductTotal> totals(Actor actor, PositionQuery query) {
        return searching.totals(actor, query);
    }

    /// The latest first. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Slice<Movement> movements(Actor actor, PositionKey key, Paging paging) {
        Position position = see(actor, key);
        return Slice.of(movements.of(key, paging), paging, position.moves());
    }

    /// What a cause, such as a weight ticket or a pick, made happen.
    @Transactional(readOnly = true)
    public List<Movement> ofCause(String causeKind, java.util.UUID cause) {
        return movements.ofCause(causeKind, cause);
    }

    /// What of a position is set aside, and for what. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public List<Holding> holdings(Actor actor, PositionKey key) {
        see(actor, key);
        return holdings.ofPositions(key.origin(), List.of(key));
    }

    /// For pages: whether the actor keeps goods there.
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor actor, Position position) {
        return access.keeps(actor, position.site());
    }
}
