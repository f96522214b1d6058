package org.farmgate.party.web;

import java.util.Optional;
import org.farmgate.party.NewParty;
import org.farmgate.party.PartyKind;
import org.farmgate.party.Telephone;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;

/// Reads what people type about people; the same for pages, JSON and files.
final class PartyForms {
    private PartyForms() {}

    /// Refuses by [org.farmgate.platform.InputBroken].
    static NewParty party(Fields fields, Places places) {
        Optional<PartyId> id = fields.optional("id", all -> all.id("id", PartyId::new));
        PartyKind kind = fields.choice("kind", PartyKind.class);
        String name = fields.text("name", 120);
        Optional<String> code = fields.optional("code", all -> all.text("code", 20));
        RegionId region = fields.id("region", RegionId::new);
        Optional<String> telephone = Telephone.read(fields);
        if (region != null && !places.exists(region)) fields.wrong("region", "no-such-id", fields.raw("region"));
        fields.check();
        return new NewParty(
                id.orElseGet(PartyId::next), kind, code, name, Optional.of(region), Optional.empty(), telephone);
    }
}
