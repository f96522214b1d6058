package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.PickId;
import org.farmgate.stock.Picking;
import org.farmgate.stock.Picks;
import org.farmgate.stock.Skip;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The way of confirmed orders to their buyers: picked from the shelves, handed over, delivered; or
/// brought back.
@Service
@Transactional
public class Fulfilment {
    static final String CAUSE = "order";
    /// Within how many days after picking an order is to be at its door.
    private static final int DAYS_TO_DELIVER = 7;

    private final OrderStore store;
    private final Orders orders;
    private final StepStore steps;
    private final PortionStore portions;
    private final Picks picks;
    private final Consignments consignments;
    private final Settlements settlements;
    private final Refunds refunds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Fulfilment(
            OrderStore store,
            Orders orders,
            StepStore steps,
            PortionStore portions,
            Picks picks,
            Consignments consignments,
            Settlements settlements,
            Refunds refunds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.steps = steps;
        this.portions = portions;
        this.picks = picks;
        this.consignments = consignments;
        this.settlements = settlements;
        this.refunds = refunds;
        this.events = events;
        this.clock = clock;
    }

    /// Takes an order's packs from the shelves, the first to expire first, and books its consignment.
    /// Picked again it stays as it is. Refuses by [org.farmgate.platform.NotFound],
    /// ORDER_NOT_IN_THAT_STATE, and as [Picks#pick] where goods are held or recalled; then nothing is
    /// taken.
    ///
    /// @param skip where an earlier lot is passed over: for which line, which one is taken instead, and
    ///     why
    public Order pick(Actor actor, OrderId id, Optional<LineSkip> skip) {
        Order order = orders.ofSeller(actor, id);
        if (order.state() == OrderState.PICKED) return order;
        Instant at = clock.instant();
        if (store.turn(order.origin(), List.of(id), OrderState.PICKED.from(), OrderState.PICKED, at)
                .isEmpty())
            throw new RuleBroken(
                    ShopRule.ORDER_NOT_IN_THAT_STATE,
                    store.find(id).orElseThrow().state());
        List<PickedLot> lots = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) lots.addAll(pick(actor, order, i, skip));
        portions.picked(order, lots);
        steps.add(order.origin(), List.of(id), OrderState.PICKED, Optional.of(actor), "", at);
        book(order, lots);
        return store.find(id).orElseThrow();
    }

    /// @param line from 0
    public record LineSkip(int line, Skip skip) {}

    private List<PickedLot> pick(Actor actor, Order order, int line, Optional<LineSkip> skip) {
        OrderLine wanted = order.lines().get(line);
        Picking picking = picks.pick(
                actor,
                new PickId(Derived.id(order.id().value(), "line " + line)),
                order.origin(),
                wanted.sellable(),
                wanted.packs(),
                skip.filter(one -> one.line() == line).map(LineSkip::skip),
                Optional.empty());
        return picking.lines().stream()
                .map(part -> new PickedLot(line, part.lot(), part.site(), part.mass()))
                .toList();
    }

    private void book(Order order, List<PickedLot> lots) {
        Contact contact = orders.contact(order);
        LocalDate today = LocalDate.now(clock);
        consignments.book(new NewConsignment(
                consignment(order.id()),
                order.origin(),
                order.seller(),
                lots.getFirst().site(),
                new Delivery.ToDoor(order.region(), contact.name(), contact.telephone(), contact.address()),
                lots.stream().map(PickedLot::mass).reduce(Mass.ZERO, Mass::plus),
                order.packs(),
                today,
                today.plusDays(DAYS_TO_DELIVER),
                CAUSE,
                order.id().value()));
    }

    /// The order's consignment, once it is booked.
    public static ConsignmentId consignment(OrderId order) {
        return new ConsignmentId(Derived.id(order.value(), "consignment"));
    }

    void shipped(OrderId id, Instant at) {
        step(id, OrderState.SHIPPED, at);
    }

    void delivered(OrderId id, Instant at) {
        // News may overtake one another: who has the goods was also handed them.
        step(id, OrderState.SHIPPED, at);
        step(id, OrderState.DELIVERED, at);
        settlements.settleIfDue(id);
    }

    void failed(OrderId id, String reason, Instant at) {
        store.find(id)
                .filter(order -> !order.state().isOver())
                .ifPresent(
                        order -> steps.add(order.origin(), List.of(id), order.state(), Optional.empty(), reason, at));
    }

    /// The goods came back, or never arrived: what was paid is given back, after settlement out of what
    /// each had got. Refuses by [org.farmgate.platform.NotFound] and ORDER_NOT_IN_THAT_STATE.
    public Order returned(Actor actor, OrderId id, String reason) {
        Order order = orders.ofSeller(actor, id);
        if (order.state() == OrderState.RETURNED) return order;
        Instant at = clock.instant();
        if (store.turn(order.origin(), List.of(id), OrderState.RETURNED.from(), OrderState.RETURNED, at)
                .isEmpty())
            throw new RuleBroken(
                    ShopRule.ORDER_NOT_IN_THAT_STATE,
                    store.find(id).orElseThrow().state());
        steps.add(order.origin(), List.of(id), OrderState.RETURNED, Optional.of(actor), reason, at);
        // Read again: the money may have come while the row was waited for. What comes later is given back then.
        Order now = store.find(id).orElseThrow();
        if (now.paidAt().isPresent()) refunds.allThatIsLeft(now, Optional.of(actor), reason);
        events.publishEvent(new OrderEnded(id, order.origin(), order.seller(), OrderState.RETURNED, at));
        return store.find(id).orElseThrow();
    }

    private void step(OrderId id, OrderState to, Instant at) {
        Order order = store.find(id).orElseThrow();
        if (!store.turn(order.origin(), List.of(id), to.from(), to, at).isEmpty())
            steps.add(order.origin(), List.of(id), to, Optional.empty(), "", at);
    }
}
