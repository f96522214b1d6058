package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderListing;
import org.farmgate.shop.OrderPayments;
import org.farmgate.shop.OrderQuery;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Reviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What whoever is signed in has bought for the organisation they act for.
@Controller
@Needs
class PurchasePages {
    private final Orders orders;
    private final Cancellations cancellations;
    private final OrderPayments payments;
    private final Reviews reviews;
    private final OrderViews views;
    private final ShopNames names;

    PurchasePages(
            Orders orders,
            Cancellations cancellations,
            OrderPayments payments,
            Reviews reviews,
            OrderViews views,
            ShopNames names) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.payments = payments;
        this.reviews = reviews;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/purchases")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String state, Model model) {
        Optional<OrderState> chosen = SellerOrdersPages.state(state);
        Slice<OrderListing> found = orders.search(actor, new OrderQuery(paging, chosen, true));
        model.addAttribute(
                "page",
                new SellerOrdersPage(
                        found, chosen, paging.search(), SellerOrdersPages.names(found.rows(), names), true));
        return "shop/seller-orders";
    }

    @GetMapping("/purchases/{id}")
    String one(Actor actor, @PathVariable OrderId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, OrderId id, FormErrors errors, Model model) {
        OrderView view = views.of(own(actor, id), true);
        model.addAttribute(
                "page", new SellerOrdersPage.One(view, views.names(Set.of(view), List.of()), Optional.empty(), errors));
        return "shop/purchase";
    }

    /// What one sells oneself is not a purchase.
    private Order own(Actor actor, OrderId id) {
        Order order = orders.see(actor, id);
        if (order.buyer().filter(actor::actsFor).isEmpty()) throw new NotFound("order", id);
        return order;
    }

    @PostMapping("/purchases/{id}/payment")
    String pay(Actor actor, @PathVariable OrderId id, Shell shell, HttpServletResponse response, Model model) {
        Order order = own(actor, id);
        return Submission.of(
                java.util.Map.of(),
                shell,
                response,
                () -> "redirect:"
                        + payments.open(
                                        order.key(),
                                        shell.t("shop.payment.title", order.id().number()))
                                .path(),
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/purchases/{id}/cancellation")
    String cancel(
            Actor actor,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        own(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    String reason = fields.optionalText("reason", CartOrdersPages.LONGEST_REASON)
                            .orElseGet(() -> shell.t("shop.cancel.by-buyer"));
                    fields.check();
                    cancellations.cancel(actor, id, reason);
                    return "redirect:/purchases/" + id + "?cancelled";
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/purchases/{id}/lines/{line}/review")
    String review(
            Actor actor,
            @PathVariable OrderId id,
            @PathVariable int line,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        own(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ReviewForm form = ReviewForm.read(fields);
                    reviews.write(actor, id, line, form.stars(), form.words());
                    return "redirect:/purchases/" + id + "?reviewed";
                },
                errors -> one(actor, id, errors, model));
    }
}
