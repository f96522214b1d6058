package org.farmgate.place.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.place.Distance;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Road;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// @param regions that the roads join
/// @param question what is asked: from where to where
public record DistancesPage(
        Slice<Road> roads,
        Map<RegionId, Region> regions,
        String search,
        FormErrors question,
        Optional<Answer> answer,
        String done) {
    /// How far it is, and by which road where one is known.
    public record Answer(Region from, Region to, Distance distance, Optional<Road> road) {}

    public String name(RegionId id, Shell shell) {
        return Objects.requireNonNull(regions.get(id)).name().in(shell.locale());
    }

    public String href() {
        return "/distances?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
