package org.farmgate.place.web;

import java.util.List;
import org.farmgate.place.Region;
import org.farmgate.place.Site;

/// @param path of the region it lies in, from the root
/// @param operator name of who runs it, empty where it is not known
/// @param mayChange whether the reader keeps it
/// @param done what was just done to it, empty where nothing was
public record SitePage(Site site, List<Region> path, String operator, boolean mayChange, String done) {
    public Region region() {
        return path.getLast();
    }
}
