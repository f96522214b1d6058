package org.farmgate.party;

import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// Which rows somebody sees and works on. A store turns it into one condition of its SQL.
public sealed interface Reach {
    /// All of them.
    record Everything() implements Reach {}

    /// Those of these producing counties: `origin_id = any(?)`.
    record Regions(Set<RegionId> counties) implements Reach {
        public Regions {
            counties = Set.copyOf(counties);
        }
    }

    /// Those of these parties: oneself, and for a cooperative its growers: `grower_id = any(?)`.
    record Parties(Set<PartyId> parties) implements Reach {
        public Parties {
            parties = Set.copyOf(parties);
        }
    }
}
