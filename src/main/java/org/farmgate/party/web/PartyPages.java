package org.farmgate.party.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Consents;
import org.farmgate.party.Memberships;
import org.farmgate.party.NewParty;
import org.farmgate.party.Numbers;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.party.Representation;
import org.farmgate.party.Telephone;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
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

/// Lists, finds, shows, registers and corrects people and organisations.
@Controller
class PartyPages {
    private final Parties parties;
    private final Memberships memberships;
    private final Consents consents;
    private final Numbers numbers;
    private final Representation representation;
    private final Places places;

    PartyPages(
            Parties parties,
            Memberships memberships,
            Consents consents,
            Numbers numbers,
            Representation representation,
            Places places) {
        this.parties = parties;
        this.memberships = memberships;
        this.consents = consents;
        this.numbers = numbers;
        this.representation = representation;
        this.places = places;
    }

    @Bean
    static NavEntry partiesNav() {
        return new NavEntry(220, "/parties", "party.nav", "people", Right.MANAGE_PARTIES, Right.ADMINISTER);
    }

    @Needs({Right.MANAGE_PARTIES, Right.ADMINISTER})
    @GetMapping("/parties")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String kind, Shell shell, Model model) {
        Optional<PartyKind> wanted = kind(kind);
        var slice = parties.search(actor, paging, wanted);
        model.addAttribute(
                "page",
                new PartiesPage(
                        slice,
                        places.names(slice.rows(), shell),
                        paging.search(),
                        wanted.map(Enum::name).orElse("")));
        return "party/parties";
    }

    @Needs(Right.MANAGE_PARTIES)
    @GetMapping("/parties/new")
    String form(Actor actor, Shell shell, Model model) {
        return shownForm(actor, FormErrors.none(), shell, model);
    }

    @Needs(Right.MANAGE_PARTIES)
    @PostMapping("/parties")
    String register(Actor actor, Fields fields, Shell shell, Model model, HttpServletResponse response) {
        Map<String, String> typed = fields.typed();
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    NewParty wanted = PartyForms.party(fields, places);
                    Party party = parties.register(actor, wanted);
                    return "redirect:/parties/" + party.id() + "?done=registered";
                },
                errors -> shownForm(actor, errors, shell, model));
    }

    @Needs
    @GetMapping("/parties/{id}")
    String show(
            Actor actor,
            @PathVariable PartyId id,
            @RequestParam(defaultValue = "") String done,
            Shell shell,
            Model model) {
        model.addAttribute("page", page(actor, id, FormErrors.none(), done, shell));
        return "party/party";
    }

    @Needs
    @PostMapping("/parties/{id}")
    String amend(
            Actor actor,
            @PathVariable PartyId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String name = fields.text("name", 120);
                    Optional<String> telephone = Telephone.read(fields);
                    fields.check();
                    parties.amend(actor, id, name, telephone, parties.get(id).region());
                    return "redirect:/parties/" + id + "?done=amended";
                },
                errors -> {
                    model.addAttribute("page", page(actor, id, errors, "", shell));
                    return "party/party";
                });
    }

    private PartyPage page(Actor actor, PartyId id, FormErrors form, String done, Shell shell) {
        Party party = parties.see(actor, id);
        boolean inner = !party.kind().isOrganisation() || actor.actsFor(id) || actor.may(Right.ADMINISTER);
        var ownMemberships = inner ? memberships.of(id) : List.<org.farmgate.party.Membership>of();
        var ownConsents = inner ? consents.of(id) : List.<org.farmgate.party.Consent>of();
        var names = parties.byIds(PartyPage.partiesOf(ownMemberships, ownConsents));
        return new PartyPage(
                party,
                places.names(List.of(party), shell),
                inner,
                ownMemberships,
                ownConsents,
                names,
                inner ? numbers.masked(actor, id) : Map.of(),
                party.kind() == PartyKind.GROWER
                        && !party.erased()
                        && representation.allowed(actor, List.of(id)).contains(id),
                form,
                PartyPage.DONE.contains(done) ? done : "");
    }

    private String shownForm(Actor actor, FormErrors form, Shell shell, Model model) {
        List<PartyKind> kinds = actor.everywhere() && actor.may(Right.ADMINISTER)
                ? List.of(PartyKind.values())
                : List.of(PartyKind.GROWER);
        model.addAttribute("page", new NewPartyPage(kinds, places.choices(actor, shell), form));
        return "party/newParty";
    }

    private static Optional<PartyKind> kind(String name) {
        for (PartyKind kind : PartyKind.values()) if (kind.name().equalsIgnoreCase(name)) return Optional.of(kind);
        return Optional.empty();
    }
}
