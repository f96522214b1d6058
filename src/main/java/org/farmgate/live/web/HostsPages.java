package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.live.HostKind;
import org.farmgate.live.HostPermit;
import org.farmgate.live.Hosts;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Permits by name, given by the county centre.
@Controller
@Needs(Right.PERMIT_HOSTS)
class HostsPages {
    private static final int MOST = 50;

    private final Hosts hosts;
    private final Parties parties;
    private final ShowViews views;

    HostsPages(Hosts hosts, Parties parties, ShowViews views) {
        this.hosts = hosts;
        this.parties = parties;
        this.views = views;
    }

    /// @param who a part of a name: whom one may give a permit to
    @GetMapping("/hosts")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String who, Model model) {
        return page(actor, paging, who, FormErrors.none(), model);
    }

    private String page(Actor actor, Paging paging, String who, FormErrors errors, Model model) {
        Slice<HostPermit> rows = hosts.list(paging);
        Set<PartyId> people = new HashSet<>();
        rows.rows().forEach(one -> {
            people.add(one.person());
            people.add(one.by());
        });
        Map<String, String> found = new LinkedHashMap<>();
        if (!who.isBlank())
            parties.search(actor, new Paging(0, MOST, who.strip()), Optional.empty()).rows().stream()
                    .filter(one -> !one.kind().isOrganisation())
                    .forEach(one -> found.put(one.id().toString(), one.name()));
        model.addAttribute("page", new HostsPage(rows, views.names(java.util.List.of(), people), found, who, errors));
        return "live/hosts";
    }

    @PostMapping("/hosts")
    String permit(Actor actor, Paging paging, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    PartyId person = fields.id("person", PartyId::new);
                    HostKind kind = fields.choice("kind", HostKind.class);
                    String reason = fields.text("reason", HostPermit.LONGEST_REASON);
                    LocalDate until = fields.date("until");
                    fields.check();
                    hosts.permit(actor, person, kind, reason, until);
                    return "redirect:/hosts?permitted";
                },
                errors -> page(actor, paging, fields.raw("who"), errors, model));
    }

    @PostMapping("/hosts/{person}/end")
    String end(Actor actor, @PathVariable PartyId person) {
        hosts.end(actor, person);
        return "redirect:/hosts?ended";
    }
}
