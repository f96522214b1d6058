package org.farmgate.logistics.parcels;

import org.farmgate.place.SiteId;

/// Where a parcel or container goes next.
public sealed interface Next {
    /// To that site of the network.
    record To(SiteId site) implements Next {}

    /// It has arrived: it is fetched here.
    record FetchedHere() implements Next {}

    /// It has arrived: a round brings it to its door.
    record ByRound() implements Next {}

    /// A container has arrived: it is opened here.
    record OpenedHere() implements Next {}

    /// To another carrier.
    record Outside() implements Next {}

    /// Nowhere: it is handed out, lost or unknown.
    record Nowhere() implements Next {}
}
