package org.farmgate.shop.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farmgate.measure.Money;
import org.farmgate.payment.RefundId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.shop.Cancellations;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.OrderListing;
import org.farmgate.shop.OrderQuery;
import org.farmgate.shop.OrderState;
import org.farmgate.shop.OrderStep;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Refunds;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Orders for the programs of sellers and buyers; orders are placed by [OrderApi]. Whom they go to is not told here.
@RestController
@RequestMapping("/api/v1/orders")
@Needs
class OrderReadApi {
    private final Orders orders;
    private final Cancellations cancellations;
    private final Refunds refunds;

    OrderReadApi(Orders orders, Cancellations cancellations, Refunds refunds) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.refunds = refunds;
    }

    record Row(
            OrderId id,
            String number,
            String origin,
            String seller,
            String state,
            String channel,
            long totalFen,
            long packs,
            Instant placedAt) {
        static Row of(OrderListing one) {
            return new Row(
                    one.id(),
                    one.id().number(),
                    one.origin().toString(),
                    one.seller().toString(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.channel().name().toLowerCase(Locale.ROOT),
                    one.total().fen(),
                    one.packs(),
                    one.placedAt());
        }
    }

    record Line(ListingId listing, int version, int packs, long priceFen, long packGrams) {}

    record Step(Instant at, String state, String note) {
        static Step of(OrderStep step) {
            return new Step(step.at(), step.state().name().toLowerCase(Locale.ROOT), step.note());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            OrderId id,
            String number,
            String origin,
            String seller,
            @Nullable String buyer,
            String region,
            String provider,
            String state,
            Instant stateAt,
            Instant placedAt,
            @Nullable Instant payUntil,
            @Nullable Instant paidAt,
            long totalFen,
            long refundedFen,
            List<Line> lines,
            List<Step> steps) {}

    /// @param mine what one bought; else what one's organisation sells, which needs SELL
    @GetMapping
    Slice<Row> list(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "") String state) {
        return orders.search(actor, new OrderQuery(paging, SellerOrdersPages.state(state), mine))
                .map(Row::of);
    }

    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable OrderId id) {
        return view(orders.see(actor, id));
    }

    /// `reason`. By its buyer or seller, until it is picked.
    @PostMapping("/{id}/cancellation")
    View cancel(Actor actor, @PathVariable OrderId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        String reason = fields.text("reason", CartOrdersPages.LONGEST_REASON);
        fields.check();
        return view(cancellations.cancel(actor, id, reason));
    }

    /// `id` of the refund, `amountFen`, `reason`. By the seller.
    @PostMapping("/{id}/refunds")
    @Needs(Right.SELL)
    View refund(Actor actor, @PathVariable OrderId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        RefundId refund = fields.id("id", RefundId::new);
        Long fen = fields.number("amountFen", 1, Money.GREATEST_FEN);
        String reason = fields.text("reason", CartOrdersPages.LONGEST_REASON);
        fields.check();
        return view(refunds.refund(actor, id, refund, new Money(fen), reason));
    }

    private View view(Order order) {
        return new View(
                order.id(),
                order.id().number(),
                order.origin().toString(),
                order.seller().toString(),
                order.buyer().map(Object::toString).orElse(null),
                order.region().toString(),
                order.provider(),
                order.state().name().toLowerCase(Locale.ROOT),
                order.stateAt(),
                order.placedAt(),
                order.state() == OrderState.PLACED ? order.expiresAt().orElse(null) : null,
                order.paidAt().orElse(null),
                order.total().fen(),
                order.refunded().fen(),
                order.lines().stream()
                        .map(line -> new Line(
                                line.listing(),
                                line.version(),
                                line.packs(),
                                line.price().fen(),
                                line.pack().grams()))
                        .toList(),
                orders.steps(order).stream().map(Step::of).toList());
    }

    private static Fields fields(Map<String, Object> body) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (value != null) texts.put(name, String.valueOf(value));
        });
        return new Fields(texts);
    }
}
