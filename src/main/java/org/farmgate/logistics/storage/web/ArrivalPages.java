package org.farmgate.logistics.storage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.farmgate.logistics.storage.Arrival;
import org.farmgate.logistics.storage.ArrivalId;
import org.farmgate.logistics.storage.Arrivals;
import org.farmgate.logistics.storage.Shelves;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
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

/// What comes to a warehouse: the list, announcing by hand, looking at what came line by line.
@Controller
@Needs({Right.SEE_STOCK, Right.KEEP_STOCK})
class ArrivalPages {
    private final Arrivals arrivals;
    private final Shelves shelves;
    private final ArrivalForms forms;
    private final Books books;
    private final Parties parties;
    private final Clock clock;

    ArrivalPages(Arrivals arrivals, Shelves shelves, ArrivalForms forms, Books books, Parties parties, Clock clock) {
        this.arrivals = arrivals;
        this.shelves = shelves;
        this.forms = forms;
        this.books = books;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/storage/{site}/arrivals")
    String list(
            Actor actor,
            @PathVariable SiteId site,
            Paging paging,
            @RequestParam(defaultValue = "") String stage,
            Model model) {
        Arrival.Stage wanted = stage.equals("received")
                ? Arrival.Stage.RECEIVED
                : stage.equals("cancelled") ? Arrival.Stage.CANCELLED : Arrival.Stage.ANNOUNCED;
        List<Arrival> rows = arrivals.at(actor, site, wanted, paging);
        Book book = books.of(
                List.of(),
                Stream.concat(Stream.of(site), rows.stream().flatMap(row -> row.from().stream()))
                        .toList(),
                rows.stream().map(Arrival::owner).toList(),
                List.of());
        model.addAttribute(
                "page",
                new ArrivalsPage(site, book, wanted, rows, paging.page(), paging.size(), actor.may(Right.KEEP_STOCK)));
        return "logistics/storage/arrivals";
    }

    @GetMapping("/storage/{site}/arrivals/new")
    @Needs(Right.KEEP_STOCK)
    String fresh(Actor actor, @PathVariable SiteId site, Model model) {
        return form(actor, site, FormErrors.none(), model);
    }

    private String form(Actor actor, SiteId site, FormErrors errors, Model model) {
        shelves.terms(site);
        model.addAttribute(
                "page",
                new ArrivalFormPage(
                        site,
                        books.of(List.of(), List.of(site), List.of(), List.of()),
                        LocalDate.now(clock),
                        parties.find(actor.organisation()).map(Party::code).orElse(""),
                        errors));
        return "logistics/storage/arrivalForm";
    }

    @PostMapping("/storage/{site}/arrivals")
    @Needs(Right.KEEP_STOCK)
    String announce(
            Actor actor,
            @PathVariable SiteId site,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/storage/arrivals/"
                        + arrivals.announce(actor, forms.announced(actor, site, fields))
                                .id() + "?saved",
                errors -> form(actor, site, errors, model));
    }

    @GetMapping("/storage/arrivals/{id}")
    String one(Actor actor, @PathVariable ArrivalId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, ArrivalId id, FormErrors errors, Model model) {
        Arrival arrival = arrivals.see(actor, id);
        Book book = books.of(
                List.of(),
                Stream.concat(Stream.of(arrival.site()), arrival.from().stream())
                        .toList(),
                List.<PartyId>of(arrival.owner()),
                arrival.lines().stream().map(Arrival.Line::lot).toList());
        boolean keeps = shelves.mayKeep(actor, arrival.site());
        model.addAttribute("page", new ArrivalPage(arrival, book, keeps, actor.may(Right.MOVE_GOODS), errors));
        return "logistics/storage/arrival";
    }

    @PostMapping("/storage/arrivals/{id}/lines")
    @Needs(Right.KEEP_STOCK)
    String receive(
            Actor actor,
            @PathVariable ArrivalId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        SiteId site = arrivals.see(actor, id).site();
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    arrivals.receive(actor, site, id, forms.received(fields));
                    return "redirect:/storage/arrivals/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/storage/arrivals/{id}/completion")
    @Needs(Right.KEEP_STOCK)
    String finish(Actor actor, @PathVariable ArrivalId id, Shell shell, HttpServletResponse response, Model model) {
        SiteId site = arrivals.see(actor, id).site();
        return Submission.of(
                java.util.Map.of(),
                shell,
                response,
                () -> {
                    arrivals.finish(actor, site, id);
                    return "redirect:/storage/arrivals/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/storage/arrivals/{id}/cancellation")
    @Needs(Right.KEEP_STOCK)
    String cancel(Actor actor, @PathVariable ArrivalId id, Shell shell, HttpServletResponse response, Model model) {
        SiteId site = arrivals.see(actor, id).site();
        return Submission.of(
                java.util.Map.of(),
                shell,
                response,
                () -> {
                    arrivals.cancel(actor, site, id);
                    return "redirect:/storage/arrivals/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    static Optional<Arrival.Difference> difference(Fields fields) {
        return fields.optional("difference", f -> f.choice("difference", Arrival.Difference.class));
    }
}
