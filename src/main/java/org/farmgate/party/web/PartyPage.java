package org.farmgate.party.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.party.Consent;
import org.farmgate.party.Membership;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Party;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.FormErrors;

/// @param inner whether the asker may see more than what everybody may know of an organisation
/// @param mayAct whether the asker may act for this grower now
/// @param done what was just done, as the tail of message `party.done.…`
public record PartyPage(
        Party party,
        Map<RegionId, String> places,
        boolean inner,
        List<Membership> memberships,
        List<Consent> consents,
        Map<PartyId, Party> names,
        Map<NumberKind, String> numbers,
        boolean mayAct,
        FormErrors form,
        String done) {
    static final Set<String> DONE =
            Set.of("registered", "amended", "consent", "withdrawn", "number", "member", "ended", "sign-in");

    public String place() {
        return party.region().map(id -> places.getOrDefault(id, "")).orElse("");
    }

    public String name(PartyId id) {
        return Optional.ofNullable(names.get(id)).map(Party::name).orElse("–");
    }

    static Collection<PartyId> partiesOf(List<Membership> memberships, List<Consent> consents) {
        Set<PartyId> all = new LinkedHashSet<>();
        memberships.forEach(membership -> all.add(membership.organisation()));
        consents.forEach(consent -> {
            all.add(consent.givenTo());
            all.add(consent.recordedBy());
        });
        return all;
    }
}
