package org.farmgate.logistics.parcels;

import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Where a parcel is to go.
public sealed interface ParcelTarget {
    /// To be fetched at a site of the network.
    record Pickup(SiteId site) implements ParcelTarget {}

    /// To a door in a region, whose address lies with the receiver. The network brings it where one of its
    /// sites serves that region, else another carrier does.
    record Door(RegionId region) implements ParcelTarget {}
}
