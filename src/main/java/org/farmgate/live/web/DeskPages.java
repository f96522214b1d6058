package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.live.LineUp;
import org.farmgate.live.PinId;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.audience.Audience;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ShowSales;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The host's desk: on air, what is on screen, what is ordered, the end.
@Controller
@Needs
class DeskPages {
    private static final int LATEST = 30;

    private final Shows shows;
    private final LineUp lineUp;
    private final Pins pins;
    private final ShowSales sales;
    private final ShowViews views;
    private final VideoViews videos;
    private final ChatViews chats;
    private final Audience audience;

    DeskPages(
            Shows shows,
            LineUp lineUp,
            Pins pins,
            ShowSales sales,
            ShowViews views,
            VideoViews videos,
            ChatViews chats,
            Audience audience) {
        this.shows = shows;
        this.lineUp = lineUp;
        this.pins = pins;
        this.sales = sales;
        this.views = views;
        this.videos = videos;
        this.chats = chats;
        this.audience = audience;
    }

    @GetMapping("/shows/{id}/desk")
    String desk(Actor actor, @PathVariable ShowId id, Shell shell, Model model) {
        return page(actor, id, FormErrors.none(), shell, model);
    }

    private String page(Actor actor, ShowId id, FormErrors errors, Shell shell, Model model) {
        Show show = shows.hosting(actor, id);
        Map<ListingId, Listing> ever = lineUp.everOffered(id);
        List<ItemView> items = views.items(id);
        Map<String, String> titles = new HashMap<>();
        ever.values().forEach(one -> titles.put(one.id().toString(), one.title()));
        long orders = 0;
        long packs = 0;
        Money worth = Money.ZERO;
        for (ShowSales.Minute minute : sales.minutes(ever.values())) {
            orders += minute.orders();
            packs += minute.packs();
            worth = worth.plus(minute.worth());
        }
        model.addAttribute(
                "page",
                new DeskPage(
                        show,
                        items,
                        sales.latest(ever.values(), LATEST),
                        titles,
                        orders,
                        packs,
                        shell.money(worth),
                        items.stream()
                                .filter(one -> actor.may(Right.SELL)
                                        && actor.actsFor(one.listing().seller()))
                                .map(ItemView::id)
                                .toList(),
                        errors));
        model.addAttribute("camera", videos.camera(show));
        model.addAttribute("chat", chats.leading(show));
        model.addAttribute("viewers", audience.now(id));
        return "live/desk";
    }

    @PostMapping("/shows/{id}/start")
    String start(Actor actor, @PathVariable ShowId id, Shell shell, HttpServletResponse response, Model model) {
        return done(actor, id, Map.of(), shell, response, model, () -> shows.goLive(actor, id));
    }

    /// `pin` made by the page and `listing`.
    @PostMapping("/shows/{id}/pins")
    String pin(
            Actor actor,
            @PathVariable ShowId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields.typed(), shell, response, model, () -> {
            PinId pin = fields.id("pin", PinId::new);
            ListingId listing = fields.id("listing", ListingId::new);
            fields.check();
            pins.pin(actor, id, pin, listing);
        });
    }

    @PostMapping("/shows/{id}/unpinning")
    String unpin(Actor actor, @PathVariable ShowId id) {
        pins.unpin(actor, id);
        return "redirect:/shows/" + id + "/desk";
    }

    /// What ending it means, before it is done.
    @GetMapping("/shows/{id}/end")
    String asked(Actor actor, @PathVariable ShowId id, Model model) {
        model.addAttribute("show", shows.hosting(actor, id));
        return "live/end";
    }

    @PostMapping("/shows/{id}/end")
    String end(Actor actor, @PathVariable ShowId id) {
        return "redirect:" + shows.end(actor, id).path() + "/result";
    }

    private String done(
            Actor actor,
            ShowId id,
            Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Runnable act) {
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    act.run();
                    return "redirect:/shows/" + id + "/desk";
                },
                errors -> page(actor, id, errors, shell, model));
    }
}
