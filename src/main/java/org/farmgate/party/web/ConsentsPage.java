package org.farmgate.party.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Consent;
import org.farmgate.party.Party;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.FormErrors;

/// One's own consents.
///
/// @param choices organisations that might act for one, by id
public record ConsentsPage(
        List<Consent> consents, Map<PartyId, Party> names, Map<String, String> choices, FormErrors form, String done) {
    public String name(PartyId id) {
        return Optional.ofNullable(names.get(id)).map(Party::name).orElse("–");
    }
}
