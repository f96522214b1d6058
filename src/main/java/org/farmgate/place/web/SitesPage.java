package org.farmgate.place.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;

/// @param operators names of who runs the rows' sites
public record SitesPage(
        Slice<Site> rows,
        Map<RegionId, Region> regions,
        Map<PartyId, String> operators,
        String search,
        String kind,
        Map<String, String> kinds,
        boolean mayAdd) {
    public String region(Site site, Shell shell) {
        return Optional.ofNullable(regions.get(site.region()))
                .map(region -> region.name().in(shell.locale()))
                .orElse("");
    }

    public String operator(Site site) {
        return operators.getOrDefault(site.operator(), "–");
    }

    public String href() {
        return "/sites?kind=" + kind + "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
