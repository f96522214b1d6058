package org.farmgate.stock;

import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// Which positions somebody sees: all, or those of these counties, those of this owner, and those at these sites.
record Sight(boolean everything, Set<RegionId> counties, PartyId organisation, Set<SiteId> sites) {
    boolean holds(Lot lot) {
        return everything || counties.contains(lot.origin());
    }

    boolean holds(Position position) {
        return everything
                || counties.contains(position.origin())
                || organisation.equals(position.owner())
                || sites.contains(position.site());
    }
}
