package org.farmgate.logistics.trips;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Tariff;
import org.farmgate.logistics.Tariffs;
import org.farmgate.measure.IsoWeek;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proposes trips for what waits in a county: goods for one city in the same days ride together, on the trucks
/// that the season's plan counted on where it has some, else on those that carry them at the least cost.
@Service
@Transactional
public class Proposals {
    /// Goods looked at in one go.
    public static final int MOST_GOODS = 5_000;
    /// Days that one proposal looks at.
    public static final int LONGEST_DAYS = 62;

    private final TripReadStore reading;
    private final TripAccess access;
    private final Consignments consignments;
    private final PlannedTrips planned;
    private final Trips trips;
    private final Tariffs tariffs;
    private final Regions regions;
    private final Ways ways;

    Proposals(
            TripReadStore reading,
            TripAccess access,
            Consignments consignments,
            PlannedTrips planned,
            Trips trips,
            Tariffs tariffs,
            Regions regions,
            Ways ways) {
        this.reading = reading;
        this.access = access;
        this.consignments = consignments;
        this.planned = planned;
        this.trips = trips;
        this.tariffs = tariffs;
        this.regions = regions;
        this.ways = ways;
    }

    /// Where goods go together: a city, and cold or not.
    record Lane(RegionId city, boolean cold) {}

    /// Plans trips for the goods that the actor may ship and that are to be moved in these days, as drafts.
    /// Needs PLAN_TRIPS. Refuses by the input error `out-of-range`, RATES_NOT_SET.
    public Proposal propose(Actor actor, RegionId origin, LocalDate first, LocalDate last) {
        actor.require(Right.PLAN_TRIPS);
        if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last))
            throw new InputBroken("last", "out-of-range", first, first.plusDays(LONGEST_DAYS));
        List<Consignment> waiting = waiting(actor, origin, first, last);
        Map<Lane, List<Consignment>> lanes = lanes(waiting);
        Tariff tariff = tariffs.current();
        List<PlannedTrip> counted = planned.left(origin, IsoWeek.of(first), IsoWeek.of(last));
        Map<PlannedTripKey, Integer> used = new HashMap<>();
        List<Trip> made = new ArrayList<>();
        List<Proposal.Left> left = new ArrayList<>();
        Map<RegionId, RegionId> cities = cities(counted);
        lanes.forEach((lane, goods) -> {
            var packing = new Packing(
                    tariff.truckKinds(),
                    lane.cold(),
                    first,
                    last,
                    ways.between(goods.stream()
                            .flatMap(one -> java.util.stream.Stream.of(
                                    one.from(), one.toSite().orElseThrow()))
                            .collect(Collectors.toSet())));
            List<PlannedTrip> ofLane = counted.stream()
                    .filter(one -> one.city()
                            .map(city -> lane.city().equals(cities.getOrDefault(city, city)))
                            .orElse(false))
                    .flatMap(one -> one.without(used.getOrDefault(one.key(), 0)).stream())
                    .toList();
            Packing.Packed packed = packing.pack(goods, ofLane);
            left.addAll(packed.left());
            for (Packing.Truck truck : packed.trucks()) {
                truck.planned().ifPresent(key -> used.merge(key, 1, Integer::sum));
                made.add(trips.plan(
                        actor,
                        new NewTrip(
                                TripId.next(),
                                origin,
                                truck.day(),
                                truck.kind().id(),
                                0,
                                Optional.empty(),
                                truck.planned(),
                                truck.goods().stream().map(Consignment::id).toList())));
            }
        });
        return new Proposal(made, left);
    }

    /// What may be put on a trip out of the county in these days, and nobody has yet.
    @Transactional(readOnly = true)
    public List<Consignment> waiting(Actor actor, RegionId origin, LocalDate first, LocalDate last) {
        actor.require(Right.PLAN_TRIPS);
        return ordered(actor, reading.free(List.of(origin), first, last, MOST_GOODS), Leg.OUT);
    }

    /// Goods that start where a trip delivers: for its way back.
    @Transactional(readOnly = true)
    public List<Consignment> homeward(Actor actor, Trip trip) {
        actor.require(Right.PLAN_TRIPS);
        List<SiteId> places = trip.stops().stream()
                .filter(stop -> !stop.pickUp())
                .map(TripStop::site)
                .toList();
        return ordered(
                actor,
                reading.startingAt(places, trip.day().minusDays(7), trip.day().plusDays(21)),
                Leg.BACK);
    }

    private List<Consignment> ordered(Actor actor, List<ConsignmentId> ids, Leg leg) {
        Map<ConsignmentId, Consignment> found = new HashMap<>();
        access.shippable(actor, consignments.byIds(ids), leg).forEach(one -> found.put(one.id(), one));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<Lane, List<Consignment>> lanes(List<Consignment> waiting) {
        Map<RegionId, RegionId> cities =
                regions.citiesOf(waiting.stream().map(Consignment::toRegion).collect(Collectors.toSet()));
        Map<Lane, List<Consignment>> lanes = new LinkedHashMap<>();
        for (Consignment one : waiting)
            lanes.computeIfAbsent(
                            new Lane(
                                    cities.getOrDefault(one.toRegion(), one.toRegion()),
                                    one.handling().cold()),
                            _ -> new ArrayList<>())
                    .add(one);
        return lanes;
    }

    private Map<RegionId, RegionId> cities(List<PlannedTrip> counted) {
        return regions.citiesOf(
                counted.stream().flatMap(one -> one.city().stream()).collect(Collectors.toSet()));
    }
}
