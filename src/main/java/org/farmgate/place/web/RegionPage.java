package org.farmgate.place.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.place.Region;
import org.farmgate.platform.web.Shell;

/// @param path from the root down to the region
/// @param done what was just done to it, empty where nothing was
public record RegionPage(Region region, List<Region> path, List<Region> children, String done) {
    public Map<String, String> crumbs(Shell shell) {
        Map<String, String> crumbs = new LinkedHashMap<>();
        crumbs.put("/regions", shell.t("place.regions.title"));
        for (Region above : path)
            if (!above.equals(region))
                crumbs.put("/regions/" + above.id(), above.name().in(shell.locale()));
        return crumbs;
    }
}
