package org.farmgate.logistics.trips.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;

/// Names by id, for one page. What is missing shows as a dash.
public record TripNames(
        Map<PartyId, Party> parties,
        Map<SiteId, Site> sites,
        Map<RegionId, Region> regions,
        Map<TruckKindId, TruckKind> kinds) {
    public String party(PartyId id) {
        return Optional.ofNullable(parties.get(id)).map(Party::name).orElse("–");
    }

    public String site(SiteId id) {
        return Optional.ofNullable(sites.get(id)).map(Site::name).orElse("–");
    }

    public String region(Shell shell, RegionId id) {
        return Optional.ofNullable(regions.get(id))
                .map(region -> shell.pick(region.name()))
                .orElse("–");
    }

    public String kind(Shell shell, TruckKindId id) {
        return Optional.ofNullable(kinds.get(id))
                .map(kind -> shell.pick(kind.name()))
                .orElse("–");
    }
}
