package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.GroupOffers;
import org.farmgate.shop.ListingId;
import org.farmgate.stock.NewSellable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Makes one's draft a group pre-order.
@Controller
@Needs(Right.SELL)
class GroupPages {
    /// A day ends when it ends in China.
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final GroupOffers groups;
    private final OwnListingViews views;

    GroupPages(GroupOffers groups, OwnListingViews views) {
        this.groups = groups;
        this.views = views;
    }

    /// `least` packs until the end of the day `endsOn`.
    @PostMapping("/listings/{id}/group")
    String open(
            Actor actor,
            @PathVariable ListingId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Long least = fields.number("least", 2, NewSellable.MOST_PACKS);
                    LocalDate last = fields.date("endsOn");
                    fields.check();
                    Instant ends =
                            last.plusDays(1).atTime(LocalTime.MIN).atZone(CHINA).toInstant();
                    groups.open(actor, id, least, ends);
                    return "redirect:/listings/" + id + "?grouped";
                },
                errors -> {
                    model.addAttribute("page", views.one(actor, id, errors));
                    return "shop/own-listing";
                });
    }
}
