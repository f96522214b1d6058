package org.farmgate.party.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Consent;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.ConsentPurpose;
import org.farmgate.party.Consents;
import org.farmgate.party.Membership;
import org.farmgate.party.Memberships;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.LocalPath;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Consents are recorded and withdrawn from a person's page; one's own are given and withdrawn on a page of
/// their own.
@Controller
class ConsentPages {
    private final Consents consents;
    private final Parties parties;
    private final Memberships memberships;

    ConsentPages(Consents consents, Parties parties, Memberships memberships) {
        this.consents = consents;
        this.parties = parties;
        this.memberships = memberships;
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

    @Bean
    static NavEntry consentsNav() {
        return new NavEntry(905, "/consents", "party.own-consents.title", "handshake");
    }

    /// What I have allowed whom.
    @Needs
    @GetMapping("/consents")
    String own(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        return shown(actor, FormErrors.none(), done, model);
    }

    @Needs
    @PostMapping("/consents")
    String give(Actor actor, Fields fields, Shell shell, Model model, HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ConsentId id = fields.id("id", ConsentId::new);
                    PartyId to = fields.id("to", PartyId::new);
                    ConsentPurpose purpose = fields.choice("purpose", ConsentPurpose.class);
                    fields.check();
                    consents.give(actor, id, to, purpose);
                    return "redirect:/consents?done=consent";
                },
                errors -> shown(actor, errors, "", model));
    }

    private String shown(Actor actor, FormErrors form, String done, Model model) {
        List<Consent> own = consents.of(actor.person());
        Map<PartyId, Party> names = parties.byIds(PartyPage.partiesOf(List.of(), own));
        model.addAttribute(
                "page", new ConsentsPage(own, names, choices(actor), form, PartyPage.DONE.contains(done) ? done : ""));
        return "party/consents";
    }

    /// My cooperatives, and whoever looks after my county.
    private Map<String, String> choices(Actor actor) {
        Map<String, String> choices = new LinkedHashMap<>();
        parties.byIds(memberships.of(actor.person()).stream()
                        .filter(membership -> membership.endedAt().isEmpty())
                        .map(Membership::organisation)
                        .toList())
                .values()
                .forEach(party -> choices.put(party.id().toString(), party.name()));
        Optional<RegionId> county = parties.get(actor.person()).county();
        for (PartyKind kind : List.of(PartyKind.COUNTY_CENTRE, PartyKind.COOPERATIVE))
            parties.organisations(kind, new Paging(0, 200, "")).rows().stream()
                    .filter(party ->
                            party.county().isPresent() && party.county().equals(county))
                    .forEach(party -> choices.put(party.id().toString(), party.name()));
        return choices;
    }

    @Needs
    @PostMapping("/consents/{id}/withdrawal")
    String withdraw(Actor actor, @PathVariable ConsentId id, Fields fields) {
        consents.withdraw(actor, id);
        return "redirect:" + LocalPath.of(fields.raw("back"));
    }
}
