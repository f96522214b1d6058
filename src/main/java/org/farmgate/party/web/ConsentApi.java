package org.farmgate.party.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Consent;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.ConsentPurpose;
import org.farmgate.party.Consents;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consents")
class ConsentApi {
    private final Consents consents;
    private final Parties parties;

    ConsentApi(Consents consents, Parties parties) {
        this.consents = consents;
        this.parties = parties;
    }

    /// What a person has allowed the asker's organisation.
    record NewConsentJson(
            @Nullable String id,
            @Nullable String person,
            @Nullable String purpose,
            @Nullable String recordedHow) {}

    @Needs
    @GetMapping
    List<Consent> list(Actor actor, @RequestParam PartyId person) {
        return consents.of(parties.see(actor, person).id());
    }

    @Needs(Right.MANAGE_PARTIES)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Consent record(Actor actor, @RequestBody NewConsentJson wanted) {
        Map<String, @Nullable String> texts = new HashMap<>();
        texts.put("id", wanted.id());
        texts.put("person", wanted.person());
        texts.put("purpose", wanted.purpose());
        texts.put("recordedHow", wanted.recordedHow());
        Fields fields = Bodies.fields(texts);
        Optional<ConsentId> id = fields.optional("id", all -> all.id("id", ConsentId::new));
        PartyId person = fields.id("person", PartyId::new);
        ConsentPurpose purpose = fields.choice("purpose", ConsentPurpose.class);
        RecordedHow how = fields.choice("recordedHow", RecordedHow.class);
        fields.check();
        return consents.record(actor, id.orElseGet(ConsentId::next), person, purpose, how);
    }

    @Needs
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable ConsentId id) {
        consents.withdraw(actor, id);
    }
}
