package org.farmgate.party.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Hiring;
import org.farmgate.party.MemberRole;
import org.farmgate.party.Membership;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.party.Memberships;
import org.farmgate.party.Parties;
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

/// One's own organisation: who works for it.
@Controller
@Needs(Right.MANAGE_ORGANISATION)
class OrganisationPages {
    private final Memberships memberships;
    private final Parties parties;
    private final Hiring hiring;

    OrganisationPages(Memberships memberships, Parties parties, Hiring hiring) {
        this.memberships = memberships;
        this.parties = parties;
        this.hiring = hiring;
    }

    @Bean
    static NavEntry organisationNav() {
        return new NavEntry(910, "/organisation", "party.organisation.nav", "handshake", Right.MANAGE_ORGANISATION);
    }

    @GetMapping("/organisation")
    String show(Actor actor, Paging paging, @RequestParam(defaultValue = "") String done, Model model) {
        return shown(actor, paging, FormErrors.none(), done, model);
    }

    /// A new person with a sign-in of their own, or somebody who is known by their code.
    @PostMapping("/organisation/members")
    String hire(Actor actor, Paging paging, Fields fields, Shell shell, Model model, HttpServletResponse response) {
        Map<String, String> typed =
                Map.of("name", fields.raw("name"), "username", fields.raw("username"), "role", fields.raw("role"));
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    PartyId id = fields.id("id", PartyId::new);
                    String name = fields.text("name", 120);
                    MemberRole role = fields.choice("role", MemberRole.class);
                    String username = fields.text("username", 60);
                    String password = fields.secret("password", 200);
                    fields.check();
                    hiring.hire(actor, id, name, role, username, password);
                    return "redirect:/organisation?done=member";
                },
                errors -> shown(actor, paging, errors, "", model));
    }

    @PostMapping("/memberships/{id}/ending")
    String end(Actor actor, @PathVariable MembershipId id) {
        memberships.leave(actor, id);
        return "redirect:/organisation?done=ended";
    }

    private String shown(Actor actor, Paging paging, FormErrors form, String done, Model model) {
        var staff = memberships.staff(actor.organisation());
        var growers = memberships.growers(actor.organisation(), paging);
        var names = parties.byIds(java.util.stream.Stream.concat(staff.stream(), growers.rows().stream())
                .map(Membership::person)
                .toList());
        model.addAttribute(
                "page",
                new OrganisationPage(
                        parties.get(actor.organisation()),
                        staff,
                        growers,
                        names,
                        paging.search(),
                        form,
                        Optional.of(done).filter(PartyPage.DONE::contains).orElse("")));
        return "party/organisation";
    }
}
