package org.farmgate.logistics.parcels.web;

import java.util.Map;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.web.Shell;

/// What the sites and regions of a page are called.
public record ParcelNames(Map<SiteId, Site> sites, Map<RegionId, Region> regions) {
    public String site(SiteId id) {
        Site site = sites.get(id);
        return site == null ? "–" : site.name();
    }

    public String region(Shell shell, RegionId id) {
        Region region = regions.get(id);
        return region == null ? "–" : shell.pick(region.name());
    }

    /// The region that a site lies in.
    public String regionOf(Shell shell, SiteId id) {
        Site site = sites.get(id);
        return site == null ? "" : region(shell, site.region());
    }
}
