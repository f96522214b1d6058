package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Listings;
import org.farmgate.shop.ShopRule;
import org.farmgate.shop.Wanted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The cart. It lies in the browser, so it needs no account, and nothing is promised by it.
@Controller
@OpenToAll
class CartPages {
    static final String PACKS = "packs.";

    private final Listings listings;
    private final ShopViews shop;
    private final CartViews views;

    CartPages(Listings listings, ShopViews shop, CartViews views) {
        this.listings = listings;
        this.shop = shop;
        this.views = views;
    }

    @GetMapping("/cart")
    String cart(HttpServletRequest request, Model model) {
        model.addAttribute("page", views.of(CartCookie.of(request), FormErrors.none()));
        return "shop/cart";
    }

    /// `listing` and `packs`; with `go` = `checkout` one goes straight on to order.
    @PostMapping("/cart")
    String add(
            Optional<Actor> actor,
            Fields fields,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ListingId id = fields.id("listing", ListingId::new);
        fields.check();
        Listing listing = listings.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Long packs = fields.number("packs", 1, Wanted.MOST_PACKS);
                    fields.check();
                    if (listing.state() != ListingState.OPEN) throw new RuleBroken(ShopRule.LISTING_NOT_OPEN);
                    CartCookie.keep(CartCookie.of(request).plus(id, packs.intValue()), request, response);
                    return "redirect:" + (fields.raw("go").equals("checkout") ? "/checkout" : "/cart?added");
                },
                errors -> {
                    model.addAttribute("page", shop.listing(actor, id, Paging.first(), shell, errors, request));
                    return "shop/listing";
                });
    }

    /// `packs.<listing>` for each line, or `remove` = a listing; with `go` = `checkout` one goes on to order.
    @PostMapping("/cart/lines")
    String change(Fields fields, Shell shell, HttpServletRequest request, HttpServletResponse response, Model model) {
        Cart before = CartCookie.of(request);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Cart now = changed(before, fields);
                    CartCookie.keep(now, request, response);
                    return "redirect:" + (fields.raw("go").equals("checkout") ? "/checkout" : "/cart?changed");
                },
                errors -> {
                    model.addAttribute("page", views.of(before, errors));
                    return "shop/cart";
                });
    }

    private static Cart changed(Cart before, Fields fields) {
        Cart now = before;
        String gone = fields.raw("remove");
        for (Cart.Line line : before.lines()) {
            String field = PACKS + line.listing();
            if (line.listing().toString().equals(gone)) {
                now = now.with(line.listing(), 0);
            } else if (fields.typed().containsKey(field)) {
                Long packs = fields.number(field, 0, Wanted.MOST_PACKS);
                if (packs != null) now = now.with(line.listing(), packs.intValue());
            }
        }
        if (gone.isEmpty()) fields.check();
        return now;
    }
}
