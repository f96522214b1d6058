package org.farmgate.logistics.trips;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
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
    private final Regions regions;

    TripAccess(TripReadStore reading, Reaches reaches, Regions regions) {
        this.reading = reading;
        this.reaches = reaches;
        this.regions = regions;
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
        return seesAll(actor, reaches.of(actor), trip);
    }

    /// As [#seesAll] for many, with the actor's reach read once.
    boolean seesAll(Actor actor, Reach reach, Trip trip) {
        boolean planned = actor.may(Right.PLAN_TRIPS) && actor.actsFor(trip.orderedBy());
        return planned || carries(actor, trip) || looksAfter(reach, trip.origin());
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
        Trip trip = get(id);
        if (plans(actor, trip) || carries(actor, trip)) return trip;
        List<TripLoad> sent = sentBy(actor, trip);
        if (sent.isEmpty()) throw new NotFound("trip", id);
        return TripEdit.withLoadsAlone(trip, sent);
    }

    /// Whether there is anything on it that they may load.
    boolean loads(Actor actor, Trip trip) {
        return plans(actor, trip)
                || carries(actor, trip)
                || !sentBy(actor, trip).isEmpty();
    }

    private List<TripLoad> sentBy(Actor actor, Trip trip) {
        Set<PartyId> own = own(reaches.of(actor), actor);
        return trip.loads().stream().filter(load -> own.contains(load.sender())).toList();
    }

    /// Those of the goods that they may put on a trip: what they send or pay for, what comes from their counties,
    /// and on a way back what goes there.
    List<Consignment> shippable(Actor actor, List<Consignment> goods, Leg leg) {
        Reach reach = reaches.of(actor);
        Map<RegionId, RegionId> counties = leg == Leg.BACK && reach instanceof Reach.Regions
                ? regions.countiesOf(goods.stream().map(Consignment::toRegion).collect(Collectors.toSet()))
                : Map.of();
        return goods.stream()
                .filter(one -> mayShip(actor, reach, one, Optional.ofNullable(counties.get(one.toRegion()))))
                .toList();
    }

    private static boolean mayShip(Actor actor, Reach reach, Consignment one, Optional<RegionId> home) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) ->
                counties.contains(one.origin())
                        || home.filter(counties::contains).isPresent()
                        || actor.actsFor(one.sender())
                        || actor.actsFor(one.payer());
            case Reach.Parties(var parties) -> parties.contains(one.sender()) || parties.contains(one.payer());
        };
    }

    static RuleBroken notInThatState(Trip trip) {
        return new RuleBroken(TripRule.TRIP_NOT_IN_THAT_STATE, trip.number());
    }
}
