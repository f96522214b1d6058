package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.NewSellable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A seller's own listings: put up, changed, opened, closed.
@Controller
@Needs(Right.SELL)
class ListingPages {
    private final Listings listings;
    private final ListingForm form;
    private final OwnListingViews views;

    ListingPages(Listings listings, ListingForm form, OwnListingViews views) {
        this.listings = listings;
        this.form = form;
        this.views = views;
    }

    @GetMapping("/listings")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", views.all(actor, paging));
        return "shop/listings";
    }

    @GetMapping("/listings/new")
    String fresh(Actor actor, Shell shell, Model model) {
        model.addAttribute("page", views.fresh(actor, shell, shell.freshId(), List.of(), views.beginning(actor)));
        return "shop/listing-form";
    }

    @PostMapping("/listings")
    String draft(
            Actor actor,
            Fields fields,
            @RequestParam(defaultValue = "") List<String> sites,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/listings/"
                        + listings.draft(actor, form.draft(actor, fields, sites))
                                .id() + "?drafted",
                errors -> {
                    String id = fields.isEmpty("id") ? shell.freshId() : fields.raw("id");
                    model.addAttribute("page", views.fresh(actor, shell, id, sites, errors));
                    return "shop/listing-form";
                });
    }

    @GetMapping("/listings/{id}")
    String one(Actor actor, @PathVariable ListingId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, ListingId id, FormErrors errors, Model model) {
        model.addAttribute("page", views.one(actor, id, errors));
        return "shop/own-listing";
    }

    @GetMapping("/listings/{id}/edit")
    String edit(Actor actor, @PathVariable ListingId id, Shell shell, Model model) {
        Listing listing = listings.own(actor, id);
        model.addAttribute("page", views.change(listing, shell, FormErrors.startingWith(form.values(listing))));
        return "shop/listing-form";
    }

    @PostMapping("/listings/{id}")
    String change(
            Actor actor,
            @PathVariable ListingId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        Listing listing = listings.own(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Long seen = fields.number("version", 1, Integer.MAX_VALUE);
                    var text = form.text(fields);
                    var terms = form.terms(actor, listing.seller(), fields, seen == null ? 1 : seen.intValue());
                    fields.check();
                    listings.amend(actor, id, seen.intValue(), text, terms);
                    return "redirect:/listings/" + id + "?saved";
                },
                errors -> {
                    model.addAttribute("page", views.change(listing, shell, errors));
                    return "shop/listing-form";
                });
    }

    @PostMapping("/listings/{id}/opening")
    String open(Actor actor, @PathVariable ListingId id, Shell shell, HttpServletResponse response, Model model) {
        return done(actor, id, Optional.empty(), shell, response, model, () -> {
            listings.open(actor, id);
            return "opened";
        });
    }

    @PostMapping("/listings/{id}/closing")
    String close(Actor actor, @PathVariable ListingId id, Shell shell, HttpServletResponse response, Model model) {
        return done(actor, id, Optional.empty(), shell, response, model, () -> {
            listings.close(actor, id);
            return "closed";
        });
    }

    @PostMapping("/listings/{id}/packs")
    String addPacks(
            Actor actor,
            @PathVariable ListingId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, Optional.of(fields), shell, response, model, () -> {
            HoldingId addition = fields.id("id", HoldingId::new);
            Long packs = fields.number("packs", 1, NewSellable.MOST_PACKS);
            fields.check();
            listings.addPacks(actor, id, addition, packs);
            return "added";
        });
    }

    @PostMapping("/listings/{id}/withdrawal")
    String withdraw(
            Actor actor,
            @PathVariable ListingId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, Optional.of(fields), shell, response, model, () -> {
            Long packs = fields.number("withdrawn", 1, NewSellable.MOST_PACKS);
            fields.check();
            listings.withdrawPacks(actor, id, packs);
            return "withdrawn";
        });
    }

    private String done(
            Actor actor,
            ListingId id,
            Optional<Fields> fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Supplier<String> act) {
        return Submission.of(
                fields.map(Fields::typed).orElse(java.util.Map.of()),
                shell,
                response,
                () -> "redirect:/listings/" + id + "?" + act.get(),
                errors -> one(actor, id, errors, model));
    }
}
