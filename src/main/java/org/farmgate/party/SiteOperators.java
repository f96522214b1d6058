package org.farmgate.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.farmgate.place.Operators;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Tells `place`, which knows parties only by id, who runs its sites.
@Component
class SiteOperators implements Operators {
    private final Parties parties;

    SiteOperators(Parties parties) {
        this.parties = parties;
    }

    @Override
    public Map<PartyId, String> names(Collection<PartyId> ids) {
        Map<PartyId, String> names = new HashMap<>();
        parties.byIds(ids).forEach((id, party) -> names.put(id, party.name()));
        return names;
    }

    @Override
    public Map<String, PartyId> byCode(Collection<String> codes) {
        Map<String, PartyId> ids = new HashMap<>();
        parties.byCode(codes).forEach((code, party) -> ids.put(code, party.id()));
        return ids;
    }
}
