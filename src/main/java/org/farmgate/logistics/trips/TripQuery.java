package org.farmgate.logistics.trips;

import java.util.Set;
import org.farmgate.platform.Paging;

/// Which trips a list shows. The search text is looked for in the number and the plate.
///
/// @param states empty for all
public record TripQuery(Paging paging, Set<TripState> states) {
    public TripQuery {
        states = Set.copyOf(states);
    }
}
