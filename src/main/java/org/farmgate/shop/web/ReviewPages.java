package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Review;
import org.farmgate.shop.ReviewId;
import org.farmgate.shop.Reviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What is done about reviews: sellers answer, administrators hide.
@Controller
class ReviewPages {
    private final Reviews reviews;
    private final ShopViews views;

    ReviewPages(Reviews reviews, ShopViews views) {
        this.reviews = reviews;
        this.views = views;
    }

    @PostMapping("/shop/{id}/reviews/{review}/answer")
    @Needs(Right.SELL)
    String answer(
            Actor actor,
            @PathVariable ListingId id,
            @PathVariable ReviewId review,
            Fields fields,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, request, response, model, () -> {
            String words = fields.text("answer", Review.LONGEST_WORDS);
            fields.check();
            reviews.answer(actor, id, review, words);
            return "answered";
        });
    }

    @PostMapping("/shop/{id}/reviews/{review}/hiding")
    @Needs(Right.ADMINISTER)
    String hide(
            Actor actor,
            @PathVariable ListingId id,
            @PathVariable ReviewId review,
            Fields fields,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, request, response, model, () -> {
            String reason = fields.text("reason", Review.LONGEST_REASON);
            fields.check();
            reviews.hide(actor, id, review, reason);
            return "hidden";
        });
    }

    private String done(
            Actor actor,
            ListingId id,
            Fields fields,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<String> act) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/shop/" + id + "?" + act.get() + "#reviews",
                errors -> {
                    model.addAttribute(
                            "page", views.listing(Optional.of(actor), id, Paging.first(), shell, errors, request));
                    return "shop/listing";
                });
    }
}
