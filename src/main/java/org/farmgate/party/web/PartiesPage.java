package org.farmgate.party.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.farmgate.party.Party;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Slice;

/// @param kind name of the kind wanted, empty for all
public record PartiesPage(Slice<Party> parties, Map<RegionId, String> places, String search, String kind) {
    public String place(Party party) {
        return party.region().map(id -> places.getOrDefault(id, "")).orElse("");
    }

    /// The list's address with its questions, for the pager.
    public String href() {
        return "/parties?kind=" + kind + "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
