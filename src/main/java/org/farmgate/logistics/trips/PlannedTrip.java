package org.farmgate.logistics.trips;

import java.util.Optional;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Whole trucks that a season's plan, once accepted, counts on: from one county to one city or warehouse in one
/// week. Trips are proposed by it.
///
/// @param week of loading
/// @param mass that the plan puts on all of them
/// @param cost of all of them
public record PlannedTrip(
        PlannedTripKey key,
        RegionId origin,
        Optional<RegionId> city,
        Optional<SiteId> warehouse,
        IsoWeek week,
        TruckKindId truckKind,
        int trucks,
        Mass mass,
        Money cost) {
    public PlannedTrip {
        if (city.isPresent() == warehouse.isPresent() || trucks < 1)
            throw new IllegalArgumentException("one place and some trucks: " + key);
    }

    /// What is left when so many of its trucks are in use; empty where none is.
    Optional<PlannedTrip> without(int used) {
        return used >= trucks
                ? Optional.empty()
                : Optional.of(
                        new PlannedTrip(key, origin, city, warehouse, week, truckKind, trucks - used, mass, cost));
    }
}
