package org.farmgate.trade.planning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.logistics.trips.PlannedTrip;
import org.farmgate.logistics.trips.PlannedTripKey;
import org.farmgate.logistics.trips.PlannedTrips;
import org.farmgate.measure.IsoWeek;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.trade.PlanId;
import org.springframework.stereotype.Component;

/// Tells logistics which trucks an accepted plan counts on, so that trips are proposed by it.
@Component
class AcceptedTrips {
    private static final int ALL = 1_000_000;

    private final PlanRowStore rows;
    private final PlannedTrips planned;

    AcceptedTrips(PlanRowStore rows, PlannedTrips planned) {
        this.rows = rows;
        this.planned = planned;
    }

    private record Way(RegionId origin, Optional<RegionId> city, Optional<SiteId> warehouse, IsoWeek week) {}

    /// Those trips of the plan that carry something of these lines.
    void announce(PlanId plan, List<PlanLine> accepted) {
        Set<Way> used = new HashSet<>();
        for (PlanLine line : accepted)
            used.add(new Way(
                    line.origin(),
                    line.warehouse().isPresent() ? Optional.empty() : Optional.of(line.city()),
                    line.warehouse(),
                    line.loading()));
        planned.announce(rows.trips(plan, ALL, 0).stream()
                .filter(trip -> used.contains(new Way(trip.origin(), trip.city(), trip.warehouse(), trip.week())))
                .map(trip -> new PlannedTrip(
                        new PlannedTripKey(plan.value(), trip.trip()),
                        trip.origin(),
                        trip.city(),
                        trip.warehouse(),
                        trip.week(),
                        trip.truckKind(),
                        trip.trucks(),
                        trip.mass(),
                        trip.cost()))
                .toList());
    }
}
