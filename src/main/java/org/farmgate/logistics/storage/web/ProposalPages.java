package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.logistics.storage.Proposal;
import org.farmgate.logistics.storage.ProposalId;
import org.farmgate.logistics.storage.Proposals;
import org.farmgate.logistics.storage.StoreLineId;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
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

/// What is proposed to be sent to stores: why each quantity, adjusted and released by a person.
@Controller
@Needs(Right.KEEP_STOCK)
class ProposalPages {
    private final Proposals proposals;
    private final ArrivalForms forms;
    private final Warehouses warehouses;
    private final Sites sites;
    private final Parties parties;
    private final Books books;

    ProposalPages(
            Proposals proposals, ArrivalForms forms, Warehouses warehouses, Sites sites, Parties parties, Books books) {
        this.proposals = proposals;
        this.forms = forms;
        this.warehouses = warehouses;
        this.sites = sites;
        this.parties = parties;
        this.books = books;
    }

    @GetMapping("/replenishment")
    String list(Actor actor, Paging paging, Model model) {
        return list(actor, paging, FormErrors.none(), model);
    }

    private String list(Actor actor, Paging paging, FormErrors errors, Model model) {
        Slice<Proposal> found = proposals.search(actor, paging);
        Book book = books.of(
                List.of(),
                found.rows().stream().map(Proposal::warehouse).toList(),
                found.rows().stream().map(Proposal::owner).toList(),
                List.of());
        Map<String, String> places = Books.choices(sites.byIds(warehouses.list().stream()
                        .map(NearMarketWarehouse::site)
                        .toList())
                .values());
        model.addAttribute(
                "page",
                new ProposalPage.Listing(
                        found,
                        book,
                        places,
                        parties.find(actor.organisation()).map(Party::code).orElse(""),
                        errors));
        return "logistics/storage/proposals";
    }

    @PostMapping("/replenishment/proposals")
    String propose(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ProposalId id = fields.id("id", ProposalId::new);
                    SiteId warehouse = fields.id("warehouse", SiteId::new);
                    PartyId owner = forms.owner(actor, fields);
                    fields.check();
                    proposals.propose(actor, id, owner, warehouse);
                    return "redirect:/replenishment/proposals/" + id;
                },
                errors -> list(actor, Paging.first(), errors, model));
    }

    @GetMapping("/replenishment/proposals/{id}")
    String one(Actor actor, @PathVariable ProposalId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, ProposalId id, FormErrors errors, Model model) {
        Proposal proposal = proposals.see(actor, id);
        Book book = books.of(
                proposal.lines().stream().map(Proposal.Line::product).toList(),
                Stream.concat(
                                Stream.of(proposal.warehouse()),
                                proposal.lines().stream().map(Proposal.Line::store))
                        .toList(),
                List.of(proposal.owner()),
                List.of());
        model.addAttribute(
                "page",
                new ProposalPage(proposal, book, proposals.sent(actor, id), actor.may(Right.MOVE_GOODS), errors));
        return "logistics/storage/proposal";
    }

    /// What was typed is kept; with the button that releases, goods leave too.
    @PostMapping("/replenishment/proposals/{id}")
    String adjust(
            Actor actor,
            @PathVariable ProposalId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Proposal proposal = proposals.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Map<StoreLineId, Integer> packs = packs(proposal, fields);
                    fields.check();
                    boolean release = fields.raw("then").equals("release");
                    boolean again = release && proposal.stage() == Proposal.Stage.RELEASED;
                    if (!again) proposals.adjust(actor, id, packs);
                    if (release) proposals.release(actor, id);
                    return "redirect:/replenishment/proposals/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    private static Map<StoreLineId, Integer> packs(Proposal proposal, Fields fields) {
        Map<StoreLineId, Integer> packs = new LinkedHashMap<>();
        for (Proposal.Line line : proposal.lines()) {
            String field = "packs-" + line.line();
            if (fields.isEmpty(field)) continue;
            Long count = fields.number(field, 0, 100_000);
            if (count != null) packs.put(line.line(), count.intValue());
        }
        return packs;
    }

    @PostMapping("/replenishment/proposals/{id}/release")
    String release(Actor actor, @PathVariable ProposalId id, Shell shell, HttpServletResponse response, Model model) {
        proposals.see(actor, id);
        return Submission.of(
                Map.of(),
                shell,
                response,
                () -> {
                    proposals.release(actor, id);
                    return "redirect:/replenishment/proposals/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/replenishment/proposals/{id}/discarding")
    String discard(Actor actor, @PathVariable ProposalId id, Shell shell, HttpServletResponse response, Model model) {
        proposals.see(actor, id);
        return Submission.of(
                Map.of(),
                shell,
                response,
                () -> {
                    proposals.discard(actor, id);
                    return "redirect:/replenishment?saved";
                },
                errors -> one(actor, id, errors, model));
    }
}
