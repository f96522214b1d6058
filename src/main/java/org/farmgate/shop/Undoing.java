package org.farmgate.shop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.stock.SellableId;
import org.farmgate.stock.Sellables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Ends orders whose goods have not left: their packs can be sold again. In the caller's transaction.
@Component
class Undoing {
    private final OrderStore store;
    private final StepStore steps;
    private final Sellables sellables;
    private final ApplicationEventPublisher events;

    Undoing(OrderStore store, StepStore steps, Sellables sellables, ApplicationEventPublisher events) {
        this.store = store;
        this.steps = steps;
        this.sellables = sellables;
        this.events = events;
    }

    /// Of these orders of one origin, those that this call ended; the others had moved on.
    List<Order> end(
            RegionId origin,
            Collection<Order> orders,
            Set<OrderState> from,
            OrderState to,
            Optional<Actor> by,
            String note,
            Instant at) {
        Set<OrderId> turned = store.turn(origin, orders.stream().map(Order::id).toList(), from, to, at);
        List<Order> ended =
                orders.stream().filter(order -> turned.contains(order.id())).toList();
        if (ended.isEmpty()) return ended;
        sellables.giveBack(origin, packs(ended));
        store.giveTakingsBack(origin, turned);
        steps.add(origin, turned, to, by, note, at);
        for (Order order : ended) events.publishEvent(new OrderEnded(order.id(), origin, order.seller(), to, at));
        return ended;
    }

    static SortedMap<SellableId, Long> packs(Collection<Order> orders) {
        SortedMap<SellableId, Long> packs = new TreeMap<>();
        for (Order order : orders)
            for (OrderLine line : order.lines()) packs.merge(line.sellable(), (long) line.packs(), Long::sum);
        return packs;
    }
}
