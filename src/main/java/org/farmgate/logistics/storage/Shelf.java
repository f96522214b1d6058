package org.farmgate.logistics.storage;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;
import org.farmgate.stock.PositionKey;

/// What of a lot lies in a bin.
///
/// @param since since when the lot is at the site, in this or another bin
public record Shelf(RegionId origin, LotId lot, SiteId site, BinId bin, PartyId owner, Mass mass, Instant since) {
    public PositionKey position() {
        return new PositionKey(origin, lot, site);
    }
}
