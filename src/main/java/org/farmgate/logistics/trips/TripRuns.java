package org.farmgate.logistics.trips;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.party.Parties;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Running trips: goods are loaded by scan, the truck leaves, and what it carries is taken in at its stops.
@Service
public class TripRuns {
    /// How far a weight at loading may stray from what was booked, in hundredths.
    public static final int MOST_ASTRAY_PERCENT = 20;

    private final TripAccess access;
    private final TripStore store;
    private final Itinerary itinerary;
    private final TripScanStore scans;
    private final Consignments consignments;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TripRuns(
            TripAccess access,
            TripStore store,
            Itinerary itinerary,
            TripScanStore scans,
            Consignments consignments,
            Parties parties,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.itinerary = itinerary;
        this.scans = scans;
        this.consignments = consignments;
        this.parties = parties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Goods go on board: they are the carrier's from then on. The same scan again is answered as the first
    /// was. What is refused is kept with its reason too. Needs MOVE_GOODS; by whoever plans or carries the
    /// trip, and by who sends the goods.
    ///
    /// Refuses by [NotFound], TRIP_CODE_NOT_ABOARD, TRIP_NOT_IN_THAT_STATE, TRIP_LEG_NOT_YET,
    /// TRIP_WEIGHT_UNLIKELY, TRIP_OVERFILLED, and as [Consignments#load] does.
    ///
    /// @param weighed empty for what was booked
    public TripScan load(Actor actor, TripId id, UUID scan, String code, Optional<Mass> weighed) {
        Instant at = now();
        String read = checked(code);
        try {
            return transaction.execute(_ -> {
                Trip trip = access.loading(actor, id);
                Optional<TripScan> before = scans.find(trip, scan).filter(one -> !one.isRefused());
                if (before.isPresent()) return before.get();
                board(actor, trip, read, weighed, at);
                var taken = new TripScan(scan, read, at, actor.personName(), "");
                scans.put(trip, taken, actor.person());
                return taken;
            });
        } catch (RuleBroken refused) {
            // By a transaction of its own: what was refused left nothing but this.
            transaction.executeWithoutResult(_ -> scans.put(
                    access.loading(actor, id),
                    new TripScan(
                            scan, read, at, actor.personName(), refused.rule().name()),
                    actor.person()));
            throw refused;
        }
    }

    /// Somebody has counted the goods and says that all of them are on board as booked. Each is noted as a scan
    /// of its own. Refuses as [#load] does; then none is loaded.
    @Transactional
    public void loadRest(Actor actor, TripId id) {
        Instant at = now();
        Trip asked = access.loading(actor, id);
        store.lock(asked);
        Trip trip = access.get(id);
        Set<ConsignmentId> own = goods(asked);
        Leg leg = trip.state() == TripState.DEPARTED ? Leg.BACK : Leg.OUT;
        Map<ConsignmentId, ConsignmentStage> stages = stages(trip);
        for (TripLoad load : trip.loads()) {
            boolean waits = stages.get(load.consignment()) == ConsignmentStage.BOOKED;
            if (load.leg() != leg || load.loaded().isPresent() || !waits || !own.contains(load.consignment())) continue;
            put(actor, trip, load, load.mass(), at);
            scans.put(trip, new TripScan(Id.next(), load.number(), at, actor.personName(), ""), actor.person());
        }
    }

    private static Set<ConsignmentId> goods(Trip trip) {
        return trip.loads().stream().map(TripLoad::consignment).collect(Collectors.toSet());
    }

    private void board(Actor actor, Trip asked, String code, Optional<Mass> weighed, Instant at) {
        store.lock(asked);
        Trip trip = access.get(asked.id());
        Set<ConsignmentId> own = goods(asked);
        TripLoad load = trip.loads().stream()
                .filter(one -> own.contains(one.consignment()))
                .filter(one -> one.number().replace("-", "").equalsIgnoreCase(code.replace("-", ""))
                        || one.consignment().toString().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(TripRule.TRIP_CODE_NOT_ABOARD, code));
        if (load.loaded().isEmpty()) put(actor, trip, load, weighed.orElse(load.mass()), at);
    }

    /// Of a trip that is locked.
    private void put(Actor actor, Trip trip, TripLoad load, Mass mass, Instant at) {
        boolean loading =
                load.leg() == Leg.OUT ? trip.state() == TripState.ORDERED : trip.state() == TripState.DEPARTED;
        if (!loading && trip.state() == TripState.ORDERED)
            throw new RuleBroken(TripRule.TRIP_LEG_NOT_YET, load.number());
        if (!loading) throw TripAccess.notInThatState(trip);
        checkWeight(trip, load, mass);
        if (!scans.board(trip, load, mass, at)) throw TripAccess.notInThatState(trip);
        consignments.load(actor, load.consignment(), trip.id().value(), carrier(trip), mass, at);
    }

    private static void checkWeight(Trip trip, TripLoad load, Mass mass) {
        long booked = load.mass().grams();
        if (Math.abs(mass.grams() - booked) > booked / 100 * MOST_ASTRAY_PERCENT)
            throw new RuleBroken(TripRule.TRIP_WEIGHT_UNLIKELY, mass, load.mass());
        long others = trip.mass(load.leg()).grams() - load.counted().grams();
        if (others + mass.grams() > trip.capacity().grams())
            throw new RuleBroken(TripRule.TRIP_OVERFILLED, new Mass(others + mass.grams()), trip.capacity());
    }

    private Carrier carrier(Trip trip) {
        Trip.Carriage carriage = trip.carriage().orElseThrow();
        return new Carrier(
                Optional.of(carriage.carrier()), parties.get(carriage.carrier()).name());
    }

    /// The truck leaves. What was to ride out and is not on board is free for other trips. The same again
    /// changes nothing. Refuses by [NotFound], TRIP_NOT_IN_THAT_STATE, TRIP_EMPTY.
    @Transactional
    public Trip depart(Actor actor, TripId id) {
        Trip trip = access.run(actor, id);
        if (trip.state() == TripState.DEPARTED) return trip;
        store.lock(trip);
        trip = access.get(id);
        if (trip.loads().stream().noneMatch(load -> load.loaded().isPresent()))
            throw new RuleBroken(TripRule.TRIP_EMPTY);
        Instant at = now();
        if (!store.turn(leaveBehind(trip), TripState.DEPARTED, at, "")) throw TripAccess.notInThatState(trip);
        events.publishEvent(new TripDeparted(id, trip.origin(), at));
        return access.get(id);
    }

    /// Without what did not come along, and without the places it would have gone to.
    private Trip leaveBehind(Trip trip) {
        List<TripLoad> kept = trip.loads().stream()
                .filter(load -> load.leg() == Leg.BACK || load.loaded().isPresent())
                .toList();
        if (kept.size() == trip.loads().size() || trip.state() != TripState.ORDERED) return trip;
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

    /// Everything that goes to a stop is taken in there, as it was loaded. What is delivered already stays as
    /// it is. Refuses by [NotFound], TRIP_NOT_IN_THAT_STATE, and as [Consignments#deliver] does.
    ///
    /// @param site and `leg`: which stop; its place among the others may change meanwhile
    /// @param receiver the name of who takes the goods
    @Transactional
    public void deliver(Actor actor, TripId id, SiteId site, Leg leg, String receiver) {
        Trip trip = access.run(actor, id);
        if (trip.state() != TripState.DEPARTED) throw TripAccess.notInThatState(trip);
        if (trip.stops().stream().noneMatch(one -> one.site().equals(site) && one.leg() == leg && !one.pickUp()))
            throw new NotFound("stop", site);
        Instant at = now();
        Map<ConsignmentId, ConsignmentStage> stages = stages(trip);
        for (TripLoad load : trip.loads())
            if (load.leg() == leg
                    && load.to().equals(site)
                    && load.loaded().isPresent()
                    && stages.get(load.consignment()) == ConsignmentStage.HANDED_OVER)
                consignments.deliver(actor, load.consignment(), receiver, load.counted(), at);
    }

    /// How far each of a trip's goods has come.
    @Transactional(readOnly = true)
    public Map<ConsignmentId, ConsignmentStage> stages(Trip trip) {
        return consignments
                .byIds(trip.loads().stream().map(TripLoad::consignment).toList())
                .stream()
                .collect(Collectors.toMap(Consignment::id, Consignment::stage));
    }

    /// The latest scans, refused ones too, a hundred at most. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public List<TripScan> scans(Actor actor, TripId id) {
        return scans.latest(access.run(actor, id));
    }

    /// For pages: whether the actor loads and unloads it.
    @Transactional(readOnly = true)
    public boolean mayRun(Actor actor, Trip trip) {
        return actor.may(Right.MOVE_GOODS) && (access.plans(actor, trip) || access.carries(actor, trip));
    }

    /// For pages: whether the actor loads something of it.
    @Transactional(readOnly = true)
    public boolean mayLoad(Actor actor, Trip trip) {
        return actor.may(Right.MOVE_GOODS) && access.loads(actor, trip);
    }

    private static String checked(String code) {
        String read = code.strip().toUpperCase(Locale.ROOT);
        if (read.isEmpty()) throw new InputBroken("code", "missing");
        if (read.length() > TripScan.LONGEST_CODE) throw new InputBroken("code", "too-long", TripScan.LONGEST_CODE);
        return read;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
