package org.farmgate.trade;

import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// Whose rows somebody sees, as one SQL condition can take it: everything, the contracts of some counties, or
/// those in which one of some parties takes part.
record Sight(boolean everything, Set<RegionId> origins, Set<PartyId> parties) {
    Sight {
        origins = Set.copyOf(origins);
        parties = Set.copyOf(parties);
    }
}
