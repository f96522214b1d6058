package org.farmgate.trade.planning;

import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.trade.Demand;

/// What one demand wants at one of its places, as far as no contract serves it yet.
record Wish(Demand demand, SiteId site, RegionId city, Mass mass) {
    String key() {
        return demand.id() + ":" + site;
    }
}
