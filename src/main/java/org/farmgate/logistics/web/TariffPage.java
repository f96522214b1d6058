package org.farmgate.logistics.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.TruckKind;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;

/// The tariff now, or as it was at a version.
///
/// @param version 0 for the tariff now, which can be changed
/// @param since when it became so, in the reader's words; empty for the tariff now
public record TariffPage(
        long version,
        String since,
        List<TruckKind> truckKinds,
        List<NearMarketWarehouse> warehouses,
        Optional<LegRates> rates,
        Map<SiteId, Site> sites,
        String done) {
    public boolean isCurrent() {
        return version == 0;
    }

    public String name(SiteId site) {
        return Optional.ofNullable(sites.get(site)).map(Site::name).orElse("–");
    }
}
