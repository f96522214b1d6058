package org.farmgate.shop;

import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Orders as they stand. A buyer sees their own, a seller what it sells; anybody else's is not found. A
/// guest's key opens the orders of their cart.
@Service
@Transactional(readOnly = true)
public class Orders {
    private final OrderStore store;
    private final OrderReadStore reading;
    private final StepStore steps;
    private final RefundStore refunds;
    private final Sealing sealing;

    Orders(OrderStore store, OrderReadStore reading, StepStore steps, RefundStore refunds, Sealing sealing) {
        this.store = store;
        this.reading = reading;
        this.steps = steps;
        this.refunds = refunds;
        this.sealing = sealing;
    }

    /// Refuses by [NotFound].
    public Order see(Actor actor, OrderId id) {
        return store.find(id)
                .filter(order -> sells(actor, order)
                        || order.buyer().filter(actor::actsFor).isPresent())
                .orElseThrow(() -> new NotFound("order", id));
    }

    /// As [#see], for whoever sells it.
    public Order ofSeller(Actor actor, OrderId id) {
        return store.find(id).filter(order -> sells(actor, order)).orElseThrow(() -> new NotFound("order", id));
    }

    /// What could not be given back of an order that one may see.
    public List<FailedRefund> failedRefunds(Order order) {
        return refunds.failed(order.origin(), order.id());
    }

    /// The orders of a cart, for whoever knows its key. Refuses by [NotFound] where there are none.
    public List<Order> ofKey(OrderKey key) {
        List<Order> orders = store.ofKey(key);
        if (orders.isEmpty()) throw new NotFound("order", key);
        return orders;
    }

    /// Whether a cart of that key came before.
    public boolean isKnown(OrderKey key) {
        return !store.ofKey(key).isEmpty();
    }

    /// Those of one batch of the intake, for listeners.
    public List<Order> ofBatch(RegionId origin, BatchId batch) {
        return store.ofBatch(origin, batch);
    }

    /// What happened to it after it was placed.
    public List<OrderStep> steps(Order order) {
        return steps.of(order.origin(), order.id());
    }

    /// Whom it goes to: for its seller, who sends it, and for its buyer.
    public Contact contact(Order order) {
        return ContactText.read(sealing.open(store.contact(order.origin(), order.id()), ContactText.place(order.id())));
    }

    /// One's own purchases, or what one's organisation sells; needs SELL for the latter.
    public Slice<OrderListing> search(Actor actor, OrderQuery query) {
        if (query.mine()) return reading.search(query, Optional.of(actor.organisation()));
        actor.require(Right.SELL);
        return reading.search(query, actor.everywhere() ? Optional.empty() : Optional.of(actor.organisation()));
    }

    private static boolean sells(Actor actor, Order order) {
        return Listings.keeps(actor, order.seller());
    }
}
