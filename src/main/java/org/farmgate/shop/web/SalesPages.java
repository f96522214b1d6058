package org.farmgate.shop.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.shop.Listings;
import org.farmgate.shop.SalesCounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What was ordered of one's own listings, in pictures.
@Controller
@Needs(Right.SELL)
class SalesPages {
    private static final int DAYS = 30;

    private final SalesCounts counts;
    private final Listings listings;
    private final Clock clock;

    SalesPages(SalesCounts counts, Listings listings, Clock clock) {
        this.counts = counts;
        this.listings = listings;
        this.clock = clock;
    }

    @GetMapping("/sales")
    String sales(Actor actor, Model model) {
        List<SalesCounts.Day> days = counts.ofSeller(actor, DAYS);
        model.addAttribute(
                "page",
                new SalesPage(
                        days,
                        listings.byIds(days.stream()
                                .map(SalesCounts.Day::listing)
                                .distinct()
                                .toList()),
                        LocalDate.now(clock),
                        DAYS));
        return "shop/sales";
    }
}
