package org.farmgate.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Money;
import org.farmgate.payment.RefundId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.Fulfilment;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderListing;
import org.farmgate.shop.OrderPayments;
import org.farmgate.shop.OrderQuery;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Refunds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The orders of a seller: looked through, given back, paid at the door.
@Controller
@Needs(Right.SELL)
class SellerOrdersPages {
    private final Orders orders;
    private final Cancellations cancellations;
    private final Refunds refunds;
    private final OrderPayments payments;
    private final Fulfilment fulfilment;
    private final OrderViews views;
    private final ShopNames names;

    SellerOrdersPages(
            Orders orders,
            Cancellations cancellations,
            Refunds refunds,
            OrderPayments payments,
            Fulfilment fulfilment,
            OrderViews views,
            ShopNames names) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.refunds = refunds;
        this.payments = payments;
        this.fulfilment = fulfilment;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/orders")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String state, Model model) {
        Optional<OrderState> chosen = state(state);
        Slice<OrderListing> found = orders.search(actor, new OrderQuery(paging, chosen, false));
        model.addAttribute(
                "page", new SellerOrdersPage(found, chosen, paging.search(), names(found.rows(), names), false));
        return "shop/seller-orders";
    }

    static Names names(List<OrderListing> rows, ShopNames names) {
        return names.of(
                List.of(),
                rows.stream().map(OrderListing::origin).collect(Collectors.toSet()),
                rows.stream().map(OrderListing::seller).collect(Collectors.toSet()));
    }

    static Optional<OrderState> state(String text) {
        for (OrderState one : OrderState.values())
            if (one.name().equals(text.toUpperCase(Locale.ROOT))) return Optional.of(one);
        return Optional.empty();
    }

    @GetMapping("/orders/{id}")
    String one(Actor actor, @PathVariable OrderId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, OrderId id, FormErrors errors, Model model) {
        Order order = orders.ofSeller(actor, id);
        OrderView view = views.of(order, needsContact(order));
        model.addAttribute(
                "page",
                new SellerOrdersPage.One(
                        view, views.names(Set.of(view), List.of()), consignment(actor, order), errors));
        return "shop/seller-order";
    }

    /// Booked when it is picked; seen by whoever moves goods.
    private static Optional<ConsignmentId> consignment(Actor actor, Order order) {
        boolean booked = switch (order.state()) {
            case PICKED, SHIPPED, DELIVERED, SETTLED, RETURNED -> true;
            case PLACED, CONFIRMED, GATHERING, CANCELLED, EXPIRED -> false;
        };
        return booked && actor.may(Right.MOVE_GOODS)
                ? Optional.of(Fulfilment.consignment(order.id()))
                : Optional.empty();
    }

    /// As long as the goods are to be sent, or are on their way: then it is nobody's business any more.
    private static boolean needsContact(Order order) {
        return switch (order.state()) {
            case CONFIRMED, PICKED, SHIPPED -> true;
            case PLACED, GATHERING, DELIVERED, SETTLED, CANCELLED, EXPIRED, RETURNED -> false;
        };
    }

    @PostMapping("/orders/{id}/cancellation")
    String cancel(
            Actor actor,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            String reason = fields.text("reason", CartOrdersPages.LONGEST_REASON);
            fields.check();
            orders.ofSeller(actor, id);
            cancellations.cancel(actor, id, reason);
        });
    }

    @PostMapping("/orders/{id}/refund")
    String refund(
            Actor actor,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            RefundId refund = fields.id("id", RefundId::new);
            Money amount = fields.money("amount");
            String reason = fields.text("refundReason", CartOrdersPages.LONGEST_REASON);
            fields.check();
            refunds.refund(actor, id, refund, amount, reason);
        });
    }

    /// Takes the packs from the shelves, the first to expire first, and books the consignment.
    @PostMapping("/orders/{id}/pick")
    String pick(
            Actor actor,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> fulfilment.pick(actor, id, Optional.empty()));
    }

    /// The goods came back, or never arrived.
    @PostMapping("/orders/{id}/return")
    String back(
            Actor actor,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> {
            String reason = fields.text("returnReason", CartOrdersPages.LONGEST_REASON);
            fields.check();
            fulfilment.returned(actor, id, reason);
        });
    }

    @PostMapping("/orders/{id}/cash")
    String cash(
            Actor actor,
            @PathVariable OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, () -> payments.takenAtTheDoor(actor, id));
    }

    private String done(
            Actor actor,
            OrderId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Runnable act) {
        Supplier<String> next = () -> {
            act.run();
            return "redirect:/orders/" + id + "?saved";
        };
        return Submission.of(fields.typed(), shell, response, next, errors -> one(actor, id, errors, model));
    }
}
