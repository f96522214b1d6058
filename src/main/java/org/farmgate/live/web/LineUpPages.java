package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.farmgate.live.LineUp;
import org.farmgate.live.NewItem;
import org.farmgate.live.Participant;
import org.farmgate.live.Participants;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.measure.Money;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingQuery;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Wanted;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The line-up: each seller sets aside what they bring. Others than its organiser, its host and who was asked to take
/// part do not find it.
@Controller
@Needs
class LineUpPages {
    private static final int MOST = 200;

    private final Shows shows;
    private final LineUp lineUp;
    private final Participants participants;
    private final Listings listings;
    private final Parties parties;
    private final ShowViews views;

    LineUpPages(
            Shows shows,
            LineUp lineUp,
            Participants participants,
            Listings listings,
            Parties parties,
            ShowViews views) {
        this.shows = shows;
        this.lineUp = lineUp;
        this.participants = participants;
        this.listings = listings;
        this.parties = parties;
        this.views = views;
    }

    @GetMapping("/shows/{id}/line-up")
    String show(Actor actor, @PathVariable ShowId id, Model model) {
        return page(actor, id, FormErrors.none(), model);
    }

    private String page(Actor actor, ShowId id, FormErrors errors, Model model) {
        Show show = shows.get(id);
        List<Participant> others = participants.of(id);
        List<Participant> standing =
                others.stream().filter(one -> actor.actsFor(one.party())).toList();
        boolean hosts = Shows.hosts(actor, show);
        if (!hosts && standing.isEmpty()) throw new NotFound("show", id);
        List<ItemView> items = views.items(id);
        boolean brings = actor.may(Right.SELL)
                && (actor.actsFor(show.organiser())
                        || standing.stream().anyMatch(one -> one.standing() == Participant.Standing.JOINED));
        boolean leads = Shows.leads(actor, show);
        model.addAttribute(
                "page",
                new LineUpPage(
                        show,
                        items,
                        items.stream()
                                .filter(one -> actor.may(Right.SELL)
                                        && actor.actsFor(one.listing().seller()))
                                .map(ItemView::id)
                                .toList(),
                        brings ? models(actor, items) : Map.of(),
                        others,
                        leads ? invitable(show) : Map.of(),
                        leads,
                        hosts,
                        standing,
                        views.names(List.of(show), ShowViews.people(others, items)),
                        errors));
        return "live/line-up";
    }

    private Map<String, String> models(Actor actor, List<ItemView> items) {
        Set<ListingId> there =
                items.stream().map(one -> one.item().model()).collect(java.util.stream.Collectors.toSet());
        Map<String, String> models = new LinkedHashMap<>();
        for (Listing one : listings.search(
                        Optional.of(actor), ListingQuery.ofSeller(actor.organisation(), new Paging(0, MOST, "")))
                .rows())
            if (one.venue().isEmpty() && one.state() != ListingState.CLOSED && !there.contains(one.id()))
                models.put(one.id().toString(), one.title());
        return models;
    }

    private Map<String, String> invitable(Show show) {
        Map<String, String> all = new LinkedHashMap<>();
        for (PartyKind kind : List.of(
                PartyKind.COOPERATIVE,
                PartyKind.PROCESSOR,
                PartyKind.COMPANY,
                PartyKind.BUYER,
                PartyKind.COUNTY_CENTRE))
            parties.organisations(kind, new Paging(0, MOST, "")).rows().stream()
                    .filter(one -> !one.id().equals(show.organiser()))
                    .forEach(one -> all.put(one.id().toString(), one.name()));
        return all;
    }

    @PostMapping("/shows/{id}/items")
    @Needs(Right.SELL)
    String add(
            Actor actor,
            @PathVariable ShowId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            HoldingId hold = fields.id("hold", HoldingId::new);
            ListingId listing = fields.id("listing", ListingId::new);
            Long packs = fields.number("packs", 1, NewSellable.MOST_PACKS);
            Money price = fields.money("price");
            Optional<Integer> limit = fields.optional("limit", f -> f.number("limit", 1, Wanted.MOST_PACKS))
                    .map(Long::intValue);
            Long percent = fields.isEmpty("hostPercent") ? Long.valueOf(0) : fields.number("hostPercent", 0, 99);
            String benefits =
                    fields.optionalText("benefits", NewItem.LONGEST_BENEFITS).orElse("");
            fields.check();
            lineUp.add(actor, id, new NewItem(hold, listing, packs, price, limit, (int) (percent * 100), benefits));
            return "added";
        });
    }

    @PostMapping("/shows/{id}/items/{listing}/packs")
    @Needs(Right.SELL)
    String addPacks(
            Actor actor,
            @PathVariable ShowId id,
            @PathVariable ListingId listing,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            HoldingId hold = fields.id("hold", HoldingId::new);
            Long packs = fields.number("packs", 1, NewSellable.MOST_PACKS);
            fields.check();
            lineUp.addPacks(actor, id, listing, hold, packs);
            return "more";
        });
    }

    @PostMapping("/shows/{id}/items/{listing}/price")
    @Needs(Right.SELL)
    String reprice(
            Actor actor,
            @PathVariable ShowId id,
            @PathVariable ListingId listing,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            Long seen = fields.number("version", 1, Integer.MAX_VALUE);
            Money price = fields.money("price");
            fields.check();
            lineUp.reprice(actor, id, listing, seen.intValue(), price);
            return "repriced";
        });
    }

    @PostMapping("/shows/{id}/items/{listing}/removal")
    @Needs(Right.SELL)
    String remove(
            Actor actor,
            @PathVariable ShowId id,
            @PathVariable ListingId listing,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            lineUp.remove(actor, id, listing);
            return "removed";
        });
    }

    @PostMapping("/shows/{id}/participants")
    @Needs(Right.HOLD_SHOWS)
    String invite(
            Actor actor,
            @PathVariable ShowId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            PartyId party = fields.id("party", PartyId::new);
            Participant.Part part = fields.choice("part", Participant.Part.class);
            fields.check();
            participants.invite(actor, id, party, part);
            return "invited";
        });
    }

    /// `joins` on: the organisation takes part.
    @PostMapping("/shows/{id}/participation")
    String answer(Actor actor, @PathVariable ShowId id, Fields fields) {
        participants.answer(actor, id, fields.checked("joins"));
        return "redirect:/shows/" + id + "/line-up?answered";
    }

    private String done(
            Actor actor,
            ShowId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Supplier<String> act) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/shows/" + id + "/line-up?" + act.get(),
                errors -> page(actor, id, errors, model));
    }
}
