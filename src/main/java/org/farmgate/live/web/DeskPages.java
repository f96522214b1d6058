package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.farmgate.live.LineUp;
import org.farmgate.live.PinId;
import org.farmgate.live.Pins;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.audience.Audience;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.SalesCounts;
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
    private final SalesCounts counts;
    private final ShowViews views;
    private final VideoViews videos;
    private final ChatViews chats;
    private final Audience audience;

    DeskPages(
            Shows shows,
            LineUp lineUp,
            Pins pins,
            ShowSales sales,
            SalesCounts counts,
            ShowViews views,
            VideoViews videos,
            ChatViews chats,
            Audience audience) {
        this.shows = shows;
        this.lineUp = lineUp;
        this.pins = pins;
        this.sales = sales;
        this.counts = counts;
        this.views = views;
        this.videos = videos;
        this.chats = chats;
        this.audience = audience;
    }

    @GetMapping("/shows/{id}/desk")
    String desk(Actor actor, @PathVariable ShowId id, Model model) {
        return page(actor, id, FormErrors.none(), model);
    }

    private String page(Actor actor, ShowId id, FormErrors errors, Model model) {
        Show show = shows.hosting(actor, id);
        model.addAttribute("page", new DeskPage(show, views.items(id), news(show), errors));
        model.addAttribute("camera", videos.camera(show));
        model.addAttribute("chat", chats.leading(show));
        return "live/desk";
    }

    /// A part of the desk alone, which asks for it every two seconds.
    @GetMapping("/shows/{id}/desk/orders")
    String orders(Actor actor, @PathVariable ShowId id, Model model) {
        model.addAttribute("news", news(shows.hosting(actor, id)));
        return "live/desk-news";
    }

    private DeskPage.News news(Show show) {
        Map<ListingId, Listing> ever = lineUp.everOffered(show.id());
        Map<String, String> titles = new HashMap<>();
        ever.values().forEach(one -> titles.put(one.id().toString(), one.title()));
        return new DeskPage.News(
                show, sales.latest(ever.values(), LATEST), titles, counts.of(ever.values()), audience.now(show.id()));
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
                errors -> page(actor, id, errors, model));
    }
}
