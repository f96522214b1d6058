package org.farmgate.logistics.trips;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /// As [#of], without the trucks for which trips were planned already.
    @Transactional(readOnly = true)
    public List<PlannedTrip> left(RegionId origin, IsoWeek first, IsoWeek last) {
        Map<PlannedTripKey, Integer> used = store.used(origin, first, last);
        return of(origin, first, last).stream()
                .flatMap(one -> one.without(used.getOrDefault(one.key(), 0)).stream())
                .toList();
    }

    /// Those that a county's goods are to be loaded on in these weeks.
    @Transactional(readOnly = true)
    public List<PlannedTrip> of(RegionId origin, IsoWeek first, IsoWeek last) {
        return store.of(origin, first, last);
    }
}
