package org.farmgate.logistics.trips;

import java.util.Collection;
import java.util.List;
import org.farmgate.measure.IsoWeek;
import org.farmgate.place.RegionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The trucks that accepted plans of a season count on. Proposals follow them.
@Service
@Transactional
public class PlannedTrips {
    private final PlannedTripStore store;

    PlannedTrips(PlannedTripStore store) {
        this.store = store;
    }

    /// For the module that plans, in the transaction that accepts the plan; the same trip again is what it is
    /// now: more of a plan may be accepted later.
    public void announce(Collection<PlannedTrip> trips) {
        if (!trips.isEmpty()) store.put(trips);
    }

    /// Those that a county's goods are to be loaded on in these weeks.
    @Transactional(readOnly = true)
    public List<PlannedTrip> of(RegionId origin, IsoWeek first, IsoWeek last) {
        return store.of(origin, first, last);
    }
}
