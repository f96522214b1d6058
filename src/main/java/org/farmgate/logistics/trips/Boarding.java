package org.farmgate.logistics.trips;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// What may ride on a trip.
@Component
class Boarding {
    private final Consignments consignments;
    private final TripStore store;
    private final TripAccess access;

    Boarding(Consignments consignments, TripStore store, TripAccess access) {
        this.consignments = consignments;
        this.store = store;
        this.access = access;
    }

    /// As they would ride; nothing is set aside yet.
    List<TripLoad> loads(Actor actor, Trip trip, Collection<ConsignmentId> goods, Leg leg) {
        Map<ConsignmentId, Consignment> found = new HashMap<>();
        access.shippable(actor, consignments.byIds(goods), leg).forEach(one -> found.put(one.id(), one));
        return goods.stream()
                .map(id -> {
                    Consignment one = found.get(id);
                    if (one == null) throw new NotFound("consignment", id);
                    if (one.stage() != ConsignmentStage.BOOKED || one.isToDoor())
                        throw new RuleBroken(TripRule.TRIP_GOODS_NOT_FREE, one.number());
                    if (leg == Leg.OUT && !one.origin().equals(trip.origin()))
                        throw new RuleBroken(TripRule.TRIP_OF_ANOTHER_COUNTY, one.number());
                    return load(one, leg);
                })
                .toList();
    }

    static TripLoad load(Consignment one, Leg leg) {
        return new TripLoad(
                one.id(),
                one.number(),
                one.origin(),
                one.sender(),
                one.payer(),
                leg,
                one.from(),
                one.toSite().orElseThrow(),
                one.mass(),
                one.packages(),
                one.handling().litres(),
                one.handling().cold(),
                Optional.empty());
    }

    /// Refuses by TRIP_OVERFILLED, TRIP_WITHOUT_ROOM, TRIP_NOT_COLD, TRIP_TOO_MANY_GOODS.
    void check(Trip trip) {
        if (trip.loads().size() > Trip.MOST_LOADS) throw new RuleBroken(TripRule.TRIP_TOO_MANY_GOODS, Trip.MOST_LOADS);
        for (TripLoad load : trip.loads())
            if (load.cold() && !trip.cold()) throw new RuleBroken(TripRule.TRIP_NOT_COLD, load.number());
        for (Leg leg : Leg.values()) {
            Mass mass = trip.mass(leg);
            if (mass.compareTo(trip.capacity()) > 0)
                throw new RuleBroken(TripRule.TRIP_OVERFILLED, mass, trip.capacity());
            long litres = trip.loads().stream()
                    .filter(load -> load.leg() == leg)
                    .mapToLong(TripLoad::litres)
                    .sum();
            if (trip.litres() > 0 && litres > trip.litres())
                throw new RuleBroken(TripRule.TRIP_WITHOUT_ROOM, litres, trip.litres());
        }
    }

    /// Sets the goods aside: all of them, or it is refused by TRIP_GOODS_NOT_FREE.
    void claim(Trip trip, List<TripLoad> loads) {
        int claimed =
                store.claim(trip, loads.stream().map(TripLoad::consignment).toList());
        if (claimed < loads.size())
            throw new RuleBroken(
                    TripRule.TRIP_GOODS_NOT_FREE,
                    loads.isEmpty() ? "" : loads.getFirst().number());
    }
}
