package org.farmgate.logistics.trips;

import java.util.List;
import java.util.Set;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Who sees a trip, and who may change it.
@Component
class TripAccess {
    private final TripReadStore reading;
    private final Reaches reaches;

    TripAccess(TripReadStore reading, Reaches reaches) {
        this.reading = reading;
        this.reaches = reaches;
    }

    Trip get(TripId id) {
        return reading.find(id).orElseThrow(() -> new NotFound("trip", id));
    }

    /// By whoever plans or carries it, whole; by whoever has goods on it, with those alone.
    Trip seen(Actor actor, TripId id) {
        Trip trip = get(id);
        if (seesAll(actor, trip)) return trip;
        Set<PartyId> own = own(reaches.of(actor), actor);
        List<TripLoad> loads =
                trip.loads().stream().filter(load -> isOf(load, own)).toList();
        if (loads.isEmpty()) throw new NotFound("trip", id);
        return TripEdit.withLoadsAlone(trip, loads);
    }

    private static boolean isOf(TripLoad load, Set<PartyId> parties) {
        return parties.contains(load.payer()) || parties.contains(load.sender());
    }

    private static Set<PartyId> own(Reach reach, Actor actor) {
        return switch (reach) {
            case Reach.Everything _, Reach.Regions _ -> Set.of(actor.organisation());
            case Reach.Parties(var parties) -> parties;
        };
    }

    /// Whether they see all that rides and what each pays.
    boolean seesAll(Actor actor, Trip trip) {
        return plans(actor, trip) || carries(actor, trip) || looksAfter(reaches.of(actor), trip.origin());
    }

    boolean plans(Actor actor, Trip trip) {
        return actor.may(Right.PLAN_TRIPS)
                && (actor.actsFor(trip.orderedBy()) || looksAfter(reaches.of(actor), trip.origin()));
    }

    private static boolean looksAfter(Reach reach, RegionId county) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(county);
            case Reach.Parties _ -> false;
        };
    }

    boolean carries(Actor actor, Trip trip) {
        return trip.carriage()
                .filter(carriage -> actor.actsFor(carriage.carrier()))
                .isPresent();
    }

    /// For changing it. Refuses by [NotFound].
    Trip planned(Actor actor, TripId id) {
        actor.require(Right.PLAN_TRIPS);
        Trip trip = get(id);
        if (!plans(actor, trip)) throw new NotFound("trip", id);
        return trip;
    }

    /// As [#planned], at the version that was shown.
    Trip planned(Actor actor, TripId id, int version) {
        Trip trip = planned(actor, id);
        if (trip.version() != version) throw new RuleBroken(TripRule.TRIP_CHANGED_MEANWHILE);
        return trip;
    }

    /// For loading, driving and unloading it. Refuses by [NotFound].
    Trip run(Actor actor, TripId id) {
        actor.require(Right.MOVE_GOODS);
        Trip trip = get(id);
        if (!plans(actor, trip) && !carries(actor, trip)) throw new NotFound("trip", id);
        return trip;
    }

    /// For loading it: by whoever runs it, and by whoever sends goods on it, with those alone. Refuses by
    /// [NotFound].
    Trip loading(Actor actor, TripId id) {
        actor.require(Right.MOVE_GOODS);
        return seen(actor, id);
    }

    /// Whether they may put these goods on a trip.
    boolean mayShip(Actor actor, PartyId sender, PartyId payer, RegionId origin) {
        return switch (reaches.of(actor)) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(origin) || actor.actsFor(sender);
            case Reach.Parties(var parties) -> parties.contains(sender) || parties.contains(payer);
        };
    }

    static RuleBroken notInThatState(Trip trip) {
        return new RuleBroken(TripRule.TRIP_NOT_IN_THAT_STATE, trip.number());
    }
}
