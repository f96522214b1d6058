package org.farmgate.live.web;

import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;

/// Names by id, for one page. What is missing shows as a dash.
public record LiveNames(Map<PartyId, Party> parties, Map<RegionId, Region> regions) {
    public String party(PartyId id) {
        return Optional.ofNullable(parties.get(id)).map(Party::name).orElse("–");
    }

    public String region(Shell shell, RegionId id) {
        return Optional.ofNullable(regions.get(id))
                .map(region -> shell.pick(region.name()))
                .orElse("–");
    }
}
