package org.farmgate.logistics.trips;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Tariff;
import org.farmgate.logistics.Tariffs;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.Money;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.Distance;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Planning trips: which goods ride on which truck, and in which order it calls. A coordinator plans
/// for the county, a company for what it sends or pays for.
@Service
@Transactional
public class Trips {
    private final TripStore store;
    private final TripReadStore reading;
    private final TripAccess access;
    private final Boarding boarding;
    private final Itinerary itinerary;
    private final Tariffs tariffs;
    private final Reaches reaches;
    private final Clock clock;

    Trips(
            TripStore store,
            TripReadStore reading,
            TripAccess access,
            Boarding boarding,
            Itinerary itinerary,
            Tariffs tariffs,
            Reaches reaches,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.access = access;
        this.boarding = boarding;
        this.itinerary = itinerary;
        this.tariffs = tariffs;
        this.reaches = reaches;
        this.clock = clock;
    }

    /// The same again is once. Needs PLAN_TRIPS. Refuses by [NotFound], TRIP_ID_TAKEN, TRIP_WITHOUT_TRUCK,
    /// TRIP_GOODS_NOT_FREE, TRIP_OF_ANOTHER_COUNTY, TRIP_OVERFILLED, TRIP_WITHOUT_ROOM, TRIP_NOT_COLD,
    /// TRIP_TOO_MANY_GOODS.
    public Trip plan(Actor actor, NewTrip wanted) {
        actor.require(Right.PLAN_TRIPS);
        Optional<Trip> there = reading.find(wanted.id());
        if (there.isPresent()) {
            Trip trip = there.get();
            if (!access.plans(actor, trip) || !trip.origin().equals(wanted.origin()))
                throw new RuleBroken(TripRule.TRIP_ID_TAKEN);
            return trip;
        }
        Tariff tariff = tariffs.current();
        TruckKind kind = kind(tariff, wanted.truckKind());
        Trip empty = new Trip(
                wanted.id(),
                wanted.origin(),
                TripState.DRAFT,
                actor.organisation(),
                wanted.day(),
                wanted.planned(),
                kind.id(),
                tariff.version(),
                kind.capacity(),
                wanted.litres(),
                kind.cold(),
                Money.ZERO,
                Optional.empty(),
                wanted.range(),
                Optional.empty(),
                Optional.empty(),
                "",
                1,
                List.of(),
                List.of());
        List<TripLoad> loads = boarding.loads(actor, empty, wanted.goods(), Leg.OUT);
        Trip trip = drawn(empty, loads, kind);
        boarding.check(trip);
        if (!store.insert(trip, clock.instant())) throw new RuleBroken(TripRule.TRIP_ID_TAKEN);
        boarding.claim(trip, loads);
        return access.get(trip.id());
    }

    /// Puts goods on a trip that is not closed: out of the county until it leaves, onto its way back also after.
    /// Refuses as [#plan] does, and by TRIP_NOT_IN_THAT_STATE, TRIP_CHANGED_MEANWHILE.
    public Trip add(Actor actor, TripId id, int version, Collection<ConsignmentId> goods, Leg leg) {
        Trip trip = access.planned(actor, id, version);
        boolean open = trip.state() == TripState.DRAFT
                || trip.state() == TripState.ORDERED
                || trip.state() == TripState.DEPARTED && leg == Leg.BACK;
        if (!open) throw TripAccess.notInThatState(trip);
        List<TripLoad> fresh = boarding.loads(
                actor,
                trip,
                goods.stream()
                        .distinct()
                        .filter(one -> trip.loads().stream()
                                .noneMatch(load -> load.consignment().equals(one)))
                        .toList(),
                leg);
        List<TripLoad> loads = new ArrayList<>(trip.loads());
        loads.addAll(fresh);
        Trip now = drawn(trip, loads, kind(trip));
        boarding.check(now);
        rewrite(now, version);
        boarding.claim(now, fresh);
        return access.get(id);
    }

    /// Takes goods off that are not loaded; they are free for other trips. Refuses by [NotFound],
    /// TRIP_NOT_IN_THAT_STATE, TRIP_CHANGED_MEANWHILE.
    public Trip remove(Actor actor, TripId id, int version, ConsignmentId goods) {
        Trip trip = access.planned(actor, id, version);
        TripLoad load = trip.loads().stream()
                .filter(one -> one.consignment().equals(goods))
                .findFirst()
                .orElseThrow(() -> new NotFound("consignment", goods));
        if (load.loaded().isPresent() || trip.state().isFinal()) throw TripAccess.notInThatState(trip);
        List<TripLoad> loads =
                trip.loads().stream().filter(one -> !one.equals(load)).toList();
        rewrite(drawn(trip, loads, kind(trip)), version);
        store.release(trip, List.of(goods));
        return access.get(id);
    }

    /// Calls at a stop earlier or later, among those of its kind. Refuses by [NotFound],
    /// TRIP_NOT_IN_THAT_STATE, TRIP_CHANGED_MEANWHILE.
    ///
    /// @param places how many earlier (negative) or later
    public Trip moveStop(Actor actor, TripId id, int version, int stop, int places) {
        Trip trip = access.planned(actor, id, version);
        if (trip.state() != TripState.DRAFT && trip.state() != TripState.ORDERED) throw TripAccess.notInThatState(trip);
        if (stop < 0 || stop >= trip.stops().size()) throw new NotFound("stop", stop);
        TripStop moving = trip.stops().get(stop);
        int to = stop;
        int step = Integer.signum(places);
        for (int left = Math.abs(places); left > 0; left--) {
            int next = to + step;
            if (next < 0 || next >= trip.stops().size()) break;
            TripStop there = trip.stops().get(next);
            if (there.leg() != moving.leg() || there.pickUp() != moving.pickUp()) break;
            to = next;
        }
        if (to == stop) return trip;
        List<TripStop> stops = itinerary.moved(trip, stop, to);
        rewrite(TripEdit.with(trip, stops, trip.loads(), hire(trip, stops, kind(trip))), version);
        return access.get(id);
    }

    /// Another truck, or another day. Refuses as [#plan] does, and by TRIP_NOT_IN_THAT_STATE,
    /// TRIP_CHANGED_MEANWHILE.
    public Trip use(
            Actor actor,
            TripId id,
            int version,
            TruckKindId truckKind,
            LocalDate day,
            int litres,
            Optional<TemperatureRange> range) {
        Trip trip = access.planned(actor, id, version);
        if (trip.state() != TripState.DRAFT) throw TripAccess.notInThatState(trip);
        TruckKind kind = kind(tariffs.at(trip.tariffVersion()), truckKind);
        Trip now = TripEdit.with(trip, new TripEdit.Vehicle(kind, day, litres, range), hire(trip, trip.stops(), kind));
        boarding.check(now);
        rewrite(now, version);
        return access.get(id);
    }

    /// Refuses by [NotFound]. Whoever only has goods on it sees those alone.
    @Transactional(readOnly = true)
    public Trip see(Actor actor, TripId id) {
        return access.seen(actor, id);
    }

    /// The latest first: those that the actor plans, carries, or has goods on; of the last no sums are told.
    @Transactional(readOnly = true)
    public Slice<TripSummary> search(Actor actor, TripQuery query) {
        requireAny(actor);
        Reach reach = reaches.of(actor);
        return reading.search(reach, actor.organisation(), query)
                .map(row -> access.seesAll(actor, reach, row.trip()) ? row : row.forRider());
    }

    /// The trips that have taken these consignments.
    @Transactional(readOnly = true)
    public Map<ConsignmentId, TripId> of(Collection<Consignment> consignments) {
        Set<ConsignmentId> ids = consignments.stream().map(Consignment::id).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : reading.tripsOf(ids);
    }

    /// For pages: whether the actor may change it.
    @Transactional(readOnly = true)
    public boolean mayPlan(Actor actor, Trip trip) {
        return access.plans(actor, trip);
    }

    /// For pages: whether the actor sees all that rides.
    @Transactional(readOnly = true)
    public boolean seesAll(Actor actor, Trip trip) {
        return access.seesAll(actor, trip);
    }

    private static void requireAny(Actor actor) {
        if (!actor.may(Right.PLAN_TRIPS) && !actor.may(Right.MOVE_GOODS) && !actor.may(Right.SEE_BOOKS))
            throw new Denied(Right.PLAN_TRIPS);
    }

    private Trip drawn(Trip trip, List<TripLoad> loads, TruckKind kind) {
        List<TripStop> stops = itinerary.redrawn(trip, loads);
        return TripEdit.with(trip, stops, loads, hire(trip, stops, kind));
    }

    /// What was agreed with a carrier stands; before, the tariff says it.
    private static Money hire(Trip trip, List<TripStop> stops, TruckKind kind) {
        if (trip.carriage().isPresent()) return trip.hire();
        return kind.cost(new Distance(stops.stream().mapToLong(TripStop::metres).sum(), true));
    }

    private TruckKind kind(Trip trip) {
        return kind(tariffs.at(trip.tariffVersion()), trip.truckKind());
    }

    private static TruckKind kind(Tariff tariff, TruckKindId id) {
        return tariff.truckKinds().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(TripRule.TRIP_WITHOUT_TRUCK));
    }

    private void rewrite(Trip trip, int version) {
        if (!store.rewrite(trip, version)) throw new RuleBroken(TripRule.TRIP_CHANGED_MEANWHILE);
    }
}
