package org.farmgate.logistics.parcels;

import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// A site of a county's network and which one is above it.
///
/// @param parent empty for the county's sorting centre
/// @param region that the site lies in
public record NetworkLink(SiteId site, RegionId county, Optional<SiteId> parent, RegionId region) {}
