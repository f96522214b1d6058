package org.farmgate.party.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Membership;
import org.farmgate.party.Party;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;

/// @param growers of a cooperative; empty elsewhere
/// @param done what was just done, as the tail of message `party.done.…`
public record OrganisationPage(
        Party organisation,
        List<Membership> staff,
        Slice<Membership> growers,
        Map<PartyId, Party> names,
        String search,
        FormErrors form,
        String done) {
    public String name(PartyId id) {
        return Optional.ofNullable(names.get(id)).map(Party::name).orElse("–");
    }
}
