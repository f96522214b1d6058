package org.farmgate.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.measure.Price;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.TicketId;
import org.farmgate.supply.TicketQuery;
import org.farmgate.supply.Tickets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Weight tickets: the list, weighing on a phone in three steps (whose, what, how much), one with its price
/// and its paper.
@Controller
@Needs({Right.WEIGH, Right.SEE_BOOKS})
class TicketPages {
    static final Map<String, TicketQuery.Show> SHOWN = Map.of(
            "all", TicketQuery.Show.ALL,
            "to-price", TicketQuery.Show.TO_PRICE,
            "cancelled", TicketQuery.Show.CANCELLED);

    private final Tickets tickets;
    private final TicketViews views;
    private final TicketForms forms;
    private final TicketPapers papers;
    private final Parties parties;

    TicketPages(Tickets tickets, TicketViews views, TicketForms forms, TicketPapers papers, Parties parties) {
        this.tickets = tickets;
        this.views = views;
        this.forms = forms;
        this.papers = papers;
        this.parties = parties;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry ticketsNav() {
            return new NavEntry(404, "/tickets", "nav.tickets", "weight", Right.WEIGH, Right.SEE_BOOKS);
        }

        /// So that the books open down to tickets.
        @Bean
        DocumentPlace ticketPlace() {
            return new DocumentPlace(
                    "ticket",
                    "/tickets/{id}",
                    id -> Ticket.number(new TicketId(id)),
                    Set.of(Right.WEIGH, Right.SEE_BOOKS));
        }
    }

    @GetMapping("/tickets")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "all") String show, Model model) {
        Slice<Ticket> found = tickets.search(
                actor, new TicketQuery(paging, Optional.empty(), SHOWN.getOrDefault(show, TicketQuery.Show.ALL)));
        model.addAttribute(
                "page",
                new TicketPage.Listing(
                        found,
                        views.names(found.rows()),
                        paging.search(),
                        SHOWN.containsKey(show) ? show : "all",
                        actor.may(Right.WEIGH),
                        !views.isGrower(actor)));
        return "supply/tickets";
    }

    /// Whose goods, then which, then the scale.
    @GetMapping("/tickets/new")
    @Needs(Right.WEIGH)
    String fresh(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") String grower,
            @RequestParam(defaultValue = "") String source,
            Fields fields,
            Shell shell,
            Model model) {
        Optional<PartyId> whose = Query.id(grower, PartyId::new);
        if (whose.isEmpty()) {
            model.addAttribute("page", views.growers(actor, paging));
            return "supply/ticket-start";
        }
        Party party = parties.see(actor, whose.get());
        if (source.isEmpty()) {
            model.addAttribute("page", views.sources(actor, party, shell));
            return "supply/ticket-start";
        }
        return form(actor, party, source, fields, FormErrors.none(), shell, model);
    }

    private String form(
            Actor actor, Party grower, String source, Fields fields, FormErrors errors, Shell shell, Model model) {
        model.addAttribute("page", views.form(actor, grower, source, fields, errors, shell));
        return "supply/ticket-form";
    }

    /// What is typed so far comes to how much: a fragment for the form.
    @GetMapping("/tickets/net")
    @Needs(Right.WEIGH)
    String net(Fields fields, Shell shell, Model model) {
        model.addAttribute("page", forms.reckoned(fields, shell));
        return "supply/ticket-net";
    }

    @PostMapping("/tickets")
    @Needs(Right.WEIGH)
    String weigh(
            Actor actor,
            @RequestParam(defaultValue = "") String grower,
            @RequestParam(defaultValue = "") String source,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Party party = parties.see(
                actor,
                Query.id(grower, PartyId::new)
                        .orElseThrow(() -> new org.farmgate.platform.InputBroken("grower", "missing")));
        // The button that only reckons: for phones without JavaScript.
        if (fields.raw("act").equals("reckon"))
            return form(actor, party, source, fields, FormErrors.startingWith(fields.typed()), shell, model);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> next(tickets.weigh(actor, forms.read(party, forms.goods(actor, source), fields))),
                errors -> form(actor, party, source, new Fields(fields.typed()), errors, shell, model));
    }

    @GetMapping("/tickets/{id}")
    String one(Actor actor, @PathVariable TicketId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, TicketId id, FormErrors errors, Model model) {
        model.addAttribute("page", views.one(actor, tickets.see(actor, id), errors));
        return "supply/ticket";
    }

    @PostMapping("/tickets/{id}/price")
    @Needs(Right.WEIGH)
    String price(
            Actor actor,
            @PathVariable TicketId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Price price = fields.price("price");
                    fields.check();
                    return next(tickets.price(actor, id, price));
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/tickets/{id}/cancellation")
    @Needs(Right.WEIGH)
    String cancel(
            Actor actor,
            @PathVariable TicketId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String reason = fields.text("reason", Ticket.LONGEST_REASON);
                    fields.check();
                    return next(tickets.cancel(actor, id, reason));
                },
                errors -> one(actor, id, errors, model));
    }

    /// The paper that the grower takes home, in Chinese and the grower's language.
    @GetMapping("/tickets/{id}/ticket.pdf")
    ResponseEntity<byte[]> paper(
            Actor actor, @PathVariable TicketId id, @RequestParam(defaultValue = "") String language, Shell shell) {
        Ticket ticket = tickets.see(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + ticket.number() + ".pdf\"")
                .body(papers.print(views.one(actor, ticket, FormErrors.none()), language, shell.locale()));
    }

    private static String next(Ticket ticket) {
        return "redirect:/tickets/" + ticket.id() + "?saved";
    }
}
