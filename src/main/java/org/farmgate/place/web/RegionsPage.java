package org.farmgate.place.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Slice;

/// @param parents of the rows, where they have one
public record RegionsPage(
        Slice<Region> rows, Map<RegionId, Region> parents, String search, String kind, Map<String, String> kinds) {
    public Optional<Region> parent(Region region) {
        return region.parent().map(parents::get);
    }

    public String href() {
        return "/regions?kind=" + kind + "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
