package org.farmgate.party;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public Optional<PartyId> byCode(String code) {
        return Optional.ofNullable(parties.byCode(List.of(code)).get(code)).map(Party::id);
    }
}
