package org.farmgate.logistics.trips;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Particulars;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.Transfer;
import org.farmgate.ledger.TransferId;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Tariffs;
import org.farmgate.logistics.sharing.CostSplit;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What trips cost, and who pays how much of it. When a trip is closed its cost is split by
/// [org.farmgate.logistics.sharing.CostSharing] and posted: each payer owes the carrier its share, and whoever
/// ordered the trip what it cost beyond all going alone.
@Service
@Transactional
public class TripCosts {
    static final String CAUSE = "trip";

    private final TripAccess access;
    private final TripStore store;
    private final TripCostStore costs;
    private final TripRuns runs;
    private final Itinerary itinerary;
    private final Tariffs tariffs;
    private final Postings postings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TripCosts(
            TripAccess access,
            TripStore store,
            TripCostStore costs,
            TripRuns runs,
            Itinerary itinerary,
            Tariffs tariffs,
            Postings postings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.costs = costs;
        this.runs = runs;
        this.itinerary = itinerary;
        this.tariffs = tariffs;
        this.postings = postings;
        this.events = events;
        this.clock = clock;
    }

    /// Of an open trip as it would be split now; of a closed one as it was. Whoever only has goods on it sees
    /// their own share alone. Refuses by [org.farmgate.platform.NotFound].
    @Transactional(readOnly = true)
    public TripCost of(Actor actor, TripId id) {
        Trip seen = access.seen(actor, id);
        Trip trip = access.get(id);
        TripCost cost = trip.state() == TripState.CLOSED ? costs.closed(trip) : reckoned(trip);
        if (access.seesAll(actor, trip)) return cost;
        List<PartyId> own =
                seen.loads().stream().map(TripLoad::payer).distinct().toList();
        return new TripCost(
                Money.ZERO,
                List.of(),
                cost.shares().stream()
                        .filter(share -> own.contains(share.payer()))
                        .toList(),
                cost.method(),
                cost.orders());
    }

    private TripCost reckoned(Trip trip) {
        List<CostLine> lines = costs.lines(trip);
        if (trip.loads().isEmpty()) return new TripCost(trip.hire(), lines, List.of(), CostSplit.Method.EXACT, 0);
        var alone = new GoingAlone(
                trip,
                itinerary.matrix(trip.stops()),
                new Hires(tariffs.at(trip.tariffVersion()).truckKinds()));
        Money total = lines.stream().map(CostLine::amount).reduce(trip.hire(), Money::plus);
        CostSplit split = alone.split(total.fen());
        return new TripCost(trip.hire(), lines, shares(trip, alone, split), split.method(), split.orders());
    }

    private static List<TripShare> shares(Trip trip, GoingAlone alone, CostSplit split) {
        List<TripShare> shares = new ArrayList<>();
        Money excess = new Money(split.excess());
        for (int i = 0; i < alone.payers().size(); i++) {
            PartyId payer = alone.payers().get(i);
            boolean orders = payer.equals(trip.orderedBy());
            shares.add(new TripShare(
                    payer,
                    alone.mass(i),
                    new Money(split.alone().get(i)),
                    new Money(split.fair().get(i)),
                    new Money(split.shares().get(i)),
                    orders ? excess : Money.ZERO));
            if (orders) excess = Money.ZERO;
        }
        // Whoever ordered it has nothing on board.
        if (!excess.equals(Money.ZERO))
            shares.add(new TripShare(trip.orderedBy(), Mass.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, excess));
        return shares;
    }

    /// A cost beside the hire. The same again is once. Refuses by [org.farmgate.platform.NotFound],
    /// TRIP_NOT_IN_THAT_STATE, TRIP_TOO_MANY_LINES.
    public void add(Actor actor, TripId id, CostLine line) {
        Trip trip = access.planned(actor, id);
        store.lock(trip);
        trip = access.get(id);
        if (trip.state().isFinal()) throw TripAccess.notInThatState(trip);
        if (costs.lines(trip).size() >= CostLine.MOST)
            throw new RuleBroken(TripRule.TRIP_TOO_MANY_LINES, CostLine.MOST);
        costs.add(trip, line, actor.person(), now());
    }

    /// Was entered by mistake.
    public void remove(Actor actor, TripId id, UUID line) {
        Trip trip = access.planned(actor, id);
        store.lock(trip);
        trip = access.get(id);
        if (trip.state().isFinal()) throw TripAccess.notInThatState(trip);
        costs.remove(trip, line);
    }

    /// Splits the cost and posts it, once. Refuses by [org.farmgate.platform.NotFound],
    /// TRIP_NOT_IN_THAT_STATE, TRIP_STILL_LOADED.
    public TripCost close(Actor actor, TripId id) {
        Trip trip = access.planned(actor, id);
        store.lock(trip);
        trip = access.get(id);
        if (trip.state() == TripState.CLOSED) return costs.closed(trip);
        if (trip.state() != TripState.DEPARTED) throw TripAccess.notInThatState(trip);
        trip = withoutWhatNeverCame(trip);
        Map<ConsignmentId, ConsignmentStage> stages = runs.stages(trip);
        long open = trip.loads().stream()
                .filter(load -> load.loaded().isPresent())
                .filter(load -> stages.get(load.consignment()) == ConsignmentStage.HANDED_OVER)
                .count();
        if (open > 0) throw new RuleBroken(TripRule.TRIP_STILL_LOADED, open);
        TripCost cost = reckoned(trip);
        Instant at = now();
        costs.split(trip, cost);
        if (!store.close(trip, cost.total().fen(), at)) throw TripAccess.notInThatState(trip);
        post(trip, cost);
        events.publishEvent(new TripClosed(id, trip.origin(), cost.total(), at));
        return cost;
    }

    /// Goods for the way back that were never loaded: they pay nothing.
    private Trip withoutWhatNeverCame(Trip trip) {
        List<TripLoad> kept =
                trip.loads().stream().filter(load -> load.loaded().isPresent()).toList();
        if (kept.size() == trip.loads().size()) return trip;
        Trip now = TripEdit.with(trip, itinerary.kept(trip, kept), kept, trip.hire());
        if (!store.rewrite(now, trip.version())) throw new RuleBroken(TripRule.TRIP_CHANGED_MEANWHILE);
        store.release(
                trip,
                trip.loads().stream()
                        .filter(load -> !kept.contains(load))
                        .map(TripLoad::consignment)
                        .toList());
        return access.get(trip.id());
    }

    /// A carrier that pays for its own goods owes itself nothing.
    private void post(Trip trip, TripCost cost) {
        PartyId carrier = trip.carriage().orElseThrow().carrier();
        LocalDate on = LocalDate.now(clock);
        List<Transfer> transfers = new ArrayList<>();
        for (TripShare share : cost.shares()) {
            if (share.payer().equals(carrier)) continue;
            if (share.share().fen() > 0)
                transfers.add(transfer(trip, share.payer(), carrier, share.share(), "trip-share", on));
            if (share.excess().fen() > 0)
                transfers.add(transfer(trip, share.payer(), carrier, share.excess(), "trip-excess", on));
        }
        if (!transfers.isEmpty()) postings.post(transfers);
    }

    private static Transfer transfer(
            Trip trip, PartyId payer, PartyId carrier, Money amount, String rule, LocalDate on) {
        return new Transfer(
                TransferId.of(CAUSE, trip.id().value(), rule + " " + payer),
                AccountKey.of(trip.origin(), AccountKind.FREIGHT_COST, payer),
                AccountKey.payable(trip.origin(), payer, carrier),
                amount,
                on,
                CAUSE,
                trip.id().value(),
                Particulars.of(rule, CAUSE, trip.id().value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
