package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// What anybody may know who has the number: no names of people, nothing that was refused.
///
/// @param toRegion where it goes
/// @param places what happened and where, the earliest first; without sorting and packing
public record Track(
        Sscc sscc,
        ParcelStage stage,
        boolean returning,
        Instant at,
        SiteId site,
        RegionId toRegion,
        Optional<SiteId> toSite,
        Optional<Instant> keepUntil,
        List<Place> places) {
    /// One stop of its way.
    public record Place(ScanKind kind, SiteId site, Instant at, String note) {}
}
