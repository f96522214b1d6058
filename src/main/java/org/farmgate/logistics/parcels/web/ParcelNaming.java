package org.farmgate.logistics.parcels.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.springframework.stereotype.Component;

/// Looks names up, in one query for sites and one for regions.
@Component
class ParcelNaming {
    private final Sites sites;
    private final Regions regions;

    ParcelNaming(Sites sites, Regions regions) {
        this.sites = sites;
        this.regions = regions;
    }

    ParcelNames of(Collection<SiteId> siteIds, Collection<RegionId> regionIds) {
        Map<SiteId, Site> known = sites.byIds(Set.copyOf(siteIds));
        Set<RegionId> wanted = new HashSet<>(regionIds);
        known.values().forEach(site -> wanted.add(site.region()));
        return new ParcelNames(known, regions.byIds(wanted));
    }

    ParcelNames ofParcels(Collection<Parcel> parcels, Collection<SiteId> more) {
        Set<SiteId> named = new HashSet<>(more);
        Set<RegionId> areas = new HashSet<>();
        for (Parcel parcel : parcels) {
            named.add(parcel.takenInAt());
            named.add(parcel.state().site());
            parcel.toSite().ifPresent(named::add);
            areas.add(parcel.toRegion());
        }
        return of(named, areas);
    }
}
