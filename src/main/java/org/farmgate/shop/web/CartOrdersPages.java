package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.OrderPayments;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Reviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The orders of a cart, for whoever has its key: it is the buyer's ticket, and cannot be guessed.
@Controller
@OpenToAll
class CartOrdersPages {
    static final int LONGEST_REASON = 300;

    private final Orders orders;
    private final OrderPayments payments;
    private final Cancellations cancellations;
    private final Listings listings;
    private final Reviews reviews;
    private final OrderViews views;

    CartOrdersPages(
            Orders orders,
            OrderPayments payments,
            Cancellations cancellations,
            Listings listings,
            Reviews reviews,
            OrderViews views) {
        this.orders = orders;
        this.payments = payments;
        this.cancellations = cancellations;
        this.listings = listings;
        this.reviews = reviews;
        this.views = views;
    }

    /// @param r what was refused, as [Refused] writes it
    @GetMapping("/carts/{key}")
    String cart(@PathVariable OrderKey key, @RequestParam(defaultValue = "") List<String> r, Model model) {
        return page(key, Refused.read(r), FormErrors.none(), model);
    }

    private String page(OrderKey key, List<Refused> refused, FormErrors errors, Model model) {
        List<OrderView> all = views.of(refused.isEmpty() ? orders.ofKey(key) : known(key), true);
        Map<ListingId, Listing> told =
                listings.byIds(refused.stream().map(Refused::listing).toList());
        model.addAttribute(
                "page",
                new CartOrdersPage(
                        key.toString(),
                        all,
                        refused.stream()
                                .filter(one -> told.containsKey(one.listing()))
                                .toList(),
                        told,
                        views.names(all, told.values()),
                        errors));
        return "shop/orders-of-cart";
    }

    /// Where everything was refused there is no order.
    private List<Order> known(OrderKey key) {
        try {
            return orders.ofKey(key);
        } catch (NotFound _) {
            return List.of();
        }
    }

    @PostMapping("/carts/{key}/payment")
    String pay(@PathVariable OrderKey key, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                Map.of(),
                shell,
                response,
                () -> "redirect:" + payments.open(key, title(key, shell)).path(),
                errors -> page(key, List.of(), errors, model));
    }

    private String title(OrderKey key, Shell shell) {
        return shell.t("shop.payment.title", orders.ofKey(key).getFirst().id().number());
    }

    @PostMapping("/carts/{key}/orders/{id}/cancellation")
    String cancel(
            @PathVariable OrderKey key,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String reason = fields.optionalText("reason", LONGEST_REASON)
                            .orElseGet(() -> shell.t("shop.cancel.by-buyer"));
                    fields.check();
                    cancellations.cancel(key, id, reason);
                    return "redirect:/carts/" + key + "?cancelled";
                },
                errors -> page(key, List.of(), errors, model));
    }

    /// `stars` and `words`, once the goods have come.
    @PostMapping("/carts/{key}/orders/{id}/lines/{line}/review")
    String review(
            @PathVariable OrderKey key,
            @PathVariable OrderId id,
            @PathVariable int line,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ReviewForm form = ReviewForm.read(fields);
                    reviews.write(key, id, line, form.stars(), form.words());
                    return "redirect:/carts/" + key + "?reviewed";
                },
                errors -> page(key, List.of(), errors, model));
    }
}
