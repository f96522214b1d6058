package org.farmgate.logistics.trips;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Giving trips to carriers, and giving them up.
@Service
@Transactional
public class TripOrders {
    private final TripAccess access;
    private final TripStore store;
    private final Parties parties;
    private final Audit audit;
    private final Clock clock;

    TripOrders(TripAccess access, TripStore store, Parties parties, Audit audit, Clock clock) {
        this.access = access;
        this.store = store;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /// Gives it to a carrier. The same again changes nothing. Refuses by [org.farmgate.platform.NotFound],
    /// TRIP_NOT_IN_THAT_STATE,
    /// TRIP_CHANGED_MEANWHILE, TRIP_EMPTY, TRIP_CARRIER_UNKNOWN.
    ///
    /// @param agreed what the truck costs; empty for what the tariff says
    public Trip order(Actor actor, TripId id, int version, Trip.Carriage carriage, Optional<Money> agreed) {
        Trip trip = access.planned(actor, id);
        if (trip.state() == TripState.ORDERED && trip.carriage().equals(Optional.of(carriage))) return trip;
        if (trip.version() != version) throw new RuleBroken(TripRule.TRIP_CHANGED_MEANWHILE);
        if (trip.loads().isEmpty()) throw new RuleBroken(TripRule.TRIP_EMPTY);
        if (!mayCarry(trip, carriage)) throw new RuleBroken(TripRule.TRIP_CARRIER_UNKNOWN);
        Trip priced = TripEdit.with(trip, trip.stops(), trip.loads(), agreed.orElse(trip.hire()));
        if (!store.order(priced, carriage, clock.instant())) throw TripAccess.notInThatState(trip);
        audit.record(actor, "trip.ordered", "trip", id, Map.of("number", trip.number(), "plate", carriage.plate()));
        return access.get(id);
    }

    /// Carriers, and whoever orders a trip by a truck of their own.
    private boolean mayCarry(Trip trip, Trip.Carriage carriage) {
        return carriage.carrier().equals(trip.orderedBy())
                || parties.find(carriage.carrier())
                        .map(Party::kind)
                        .filter(PartyKind.CARRIER::equals)
                        .isPresent();
    }

    /// Gives it up; nothing of it is loaded yet. Refuses by [org.farmgate.platform.NotFound], TRIP_NOT_IN_THAT_STATE,
    /// TRIP_STILL_LOADED.
    public void cancel(Actor actor, TripId id, String reason) {
        Trip trip = access.planned(actor, id);
        if (trip.state() == TripState.CANCELLED) return;
        if (trip.state() != TripState.DRAFT && trip.state() != TripState.ORDERED) throw TripAccess.notInThatState(trip);
        long loaded =
                trip.loads().stream().filter(load -> load.loaded().isPresent()).count();
        if (loaded > 0) throw new RuleBroken(TripRule.TRIP_STILL_LOADED, loaded);
        if (!store.turn(trip, TripState.CANCELLED, clock.instant(), reason.strip()))
            throw TripAccess.notInThatState(trip);
        store.release(trip, trip.loads().stream().map(TripLoad::consignment).toList());
        audit.record(actor, "trip.cancelled", "trip", id, Map.of("number", trip.number(), "reason", reason));
    }
}
