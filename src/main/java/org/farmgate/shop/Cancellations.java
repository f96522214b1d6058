package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.payment.Payments;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Orders that come to nothing before the goods leave: cancelled by their buyer or seller, or not paid
/// in time.
@Service
@Transactional
public class Cancellations {
    private static final int EXPIRED_AT_ONCE = 500;

    private final OrderStore store;
    private final Orders orders;
    private final Undoing undoing;
    private final Refunds refunds;
    private final Payments payments;
    private final Clock clock;

    Cancellations(OrderStore store, Orders orders, Undoing undoing, Refunds refunds, Payments payments, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.undoing = undoing;
        this.refunds = refunds;
        this.payments = payments;
        this.clock = clock;
    }

    /// By its buyer or seller, until it is picked. What was paid is given back. Cancelled again it
    /// stays as it is. Refuses by [org.farmgate.platform.NotFound] and ORDER_NOT_IN_THAT_STATE.
    public Order cancel(Actor actor, OrderId id, String reason) {
        return cancel(orders.see(actor, id), Optional.of(actor), reason);
    }

    /// By a guest who knows the cart's key.
    public Order cancel(OrderKey key, OrderId id, String reason) {
        Order order = orders.ofKey(key).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new org.farmgate.platform.NotFound("order", id));
        return cancel(order, Optional.empty(), reason);
    }

    /// All orders of a cart, by whoever sent it: all or none. Where there are none, nothing happens.
    /// Refuses by ORDER_NOT_IN_THAT_STATE.
    public void cancelAll(OrderKey key, String reason) {
        for (Order order : store.ofKey(key)) cancel(order, Optional.empty(), reason);
    }

    private Order cancel(Order order, Optional<Actor> by, String reason) {
        if (order.state() == OrderState.CANCELLED) return order;
        Instant at = clock.instant();
        List<Order> ended = undoing.end(
                order.origin(), List.of(order), OrderState.CANCELLED.from(), OrderState.CANCELLED, by, reason, at);
        Order now = store.find(order.id()).orElseThrow();
        if (ended.isEmpty() && now.state() != OrderState.CANCELLED)
            throw new RuleBroken(ShopRule.ORDER_NOT_IN_THAT_STATE, now.state());
        if (!ended.isEmpty()) {
            if (now.paidAt().isPresent()) refunds.allThatIsLeft(now, by, reason);
            else now.payment().ifPresent(payment -> closeIfAlone(now));
        }
        return now;
    }

    /// A payment that is for this order alone is no longer wanted.
    private void closeIfAlone(Order order) {
        boolean alone = orders.ofKey(order.key()).stream().noneMatch(other -> other.state() == OrderState.PLACED);
        if (alone) order.payment().ifPresent(payments::close);
    }

    /// Ends up to 500 orders that were not paid in time. Answers how many.
    public int expire() {
        Instant now = clock.instant();
        Map<RegionId, List<Order>> late =
                store.toExpire(now, EXPIRED_AT_ONCE).stream().collect(Collectors.groupingBy(Order::origin));
        int ended = 0;
        for (Map.Entry<RegionId, List<Order>> one : late.entrySet())
            ended += undoing.end(
                            one.getKey(),
                            one.getValue(),
                            EnumSet.of(OrderState.PLACED),
                            OrderState.EXPIRED,
                            Optional.empty(),
                            "",
                            now)
                    .size();
        return ended;
    }
}
