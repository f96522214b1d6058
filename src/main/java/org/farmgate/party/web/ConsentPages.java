package org.farmgate.party.web;

import java.util.Optional;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.ConsentPurpose;
import org.farmgate.party.Consents;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.LocalPath;
import org.farmgate.platform.web.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Consents are recorded and withdrawn from a person's page.
@Controller
class ConsentPages {
    private final Consents consents;

    ConsentPages(Consents consents) {
        this.consents = consents;
    }

    @Needs(Right.MANAGE_PARTIES)
    @PostMapping("/parties/{person}/consents")
    String record(Actor actor, @PathVariable PartyId person, Fields fields) {
        Optional<ConsentId> id = fields.optional("id", all -> all.id("id", ConsentId::new));
        ConsentPurpose purpose = fields.choice("purpose", ConsentPurpose.class);
        RecordedHow how = fields.choice("how", RecordedHow.class);
        fields.check();
        consents.record(actor, id.orElseGet(ConsentId::next), person, purpose, how);
        return "redirect:/parties/" + person + "?done=consent";
    }

    @Needs
    @PostMapping("/consents/{id}/withdrawal")
    String withdraw(Actor actor, @PathVariable ConsentId id, Fields fields) {
        consents.withdraw(actor, id);
        return "redirect:" + LocalPath.of(fields.raw("back"));
    }
}
