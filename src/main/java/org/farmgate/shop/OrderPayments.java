package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.farmgate.payment.NewPayment;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.PaymentPart;
import org.farmgate.payment.PaymentSucceeded;
import org.farmgate.payment.Payments;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.Sellables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// How orders are paid: a payment for all open orders of a cart, and what follows when the money comes,
/// early, late or twice.
@Service
public class OrderPayments {
    static final String KIND = "order";

    private final OrderStore store;
    private final Orders orders;
    private final StepStore steps;
    private final Payments payments;
    private final OrderBooks books;
    private final Refunds refunds;
    private final Sellables sellables;
    private final Settlements settlements;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderPayments(
            OrderStore store,
            Orders orders,
            StepStore steps,
            Payments payments,
            OrderBooks books,
            Refunds refunds,
            Sellables sellables,
            Settlements settlements,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.steps = steps;
        this.payments = payments;
        this.books = books;
        this.refunds = refunds;
        this.sellables = sellables;
        this.settlements = settlements;
        // The listener that calls has a transaction of its own, which must not fall with one for goods that are gone.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    /// Opens the payment of a cart's orders that wait for it; asked again it is the same payment.
    /// Refuses by [NotFound], and by ORDER_NOT_IN_THAT_STATE when none waits.
    ///
    /// @param title what the payer reads at the provider's
    @Transactional
    public Payment open(OrderKey key, String title) {
        List<Order> all = orders.ofKey(key);
        List<Order> waiting =
                all.stream().filter(order -> order.state() == OrderState.PLACED).toList();
        if (waiting.isEmpty())
            throw new RuleBroken(
                    ShopRule.ORDER_NOT_IN_THAT_STATE, all.getFirst().state());
        Optional<PaymentId> earlier =
                waiting.stream().flatMap(order -> order.payment().stream()).findFirst();
        if (earlier.isPresent()) return payments.get(earlier.get());
        Order first = waiting.getFirst();
        Payment payment = payments.open(new NewPayment(
                new PaymentId(Derived.id(key.value(), "cart")),
                waiting.stream().map(OrderPayments::part).toList(),
                first.provider(),
                title,
                first.expiresAt(),
                "/carts/" + key));
        for (Order order : waiting) store.payBy(order.origin(), List.of(order.id()), payment.id());
        return payment;
    }

    private static PaymentPart part(Order order) {
        return new PaymentPart(order.origin(), KIND, order.id().value(), order.total(), Optional.of(order.seller()));
    }

    /// The cash for an order was taken at the door. Refuses by [NotFound] and ORDER_NOT_IN_THAT_STATE.
    @Transactional
    public Order takenAtTheDoor(Actor actor, OrderId id) {
        Order order = orders.ofSeller(actor, id);
        if (order.paidAt().isPresent()) return order;
        if (!order.isPaidAtTheDoor() || order.state().isOver() || order.state() == OrderState.CONFIRMED)
            throw new RuleBroken(ShopRule.ORDER_NOT_IN_THAT_STATE, order.state());
        Payment payment = payments.open(new NewPayment(
                new PaymentId(Derived.id(id.value(), "door")),
                List.of(part(order)),
                BatchDraft.AT_THE_DOOR,
                id.number(),
                Optional.empty(),
                "/carts/" + order.key()));
        store.payBy(order.origin(), List.of(id), payment.id());
        payments.collected(actor, payment.id(), order.total());
        return store.find(id).orElseThrow();
    }

    /// The money of these orders has come. Told twice it changes nothing; told late, an expired order
    /// takes its goods again if they are still there, and else the money goes back.
    void succeeded(PaymentSucceeded payment) {
        List<PaymentPart> parts = payment.parts().stream()
                .filter(part -> part.kind().equals(KIND))
                .toList();
        for (PaymentPart part : parts) {
            OrderId id = new OrderId(part.subject());
            revive(part.origin(), id);
            transaction.executeWithoutResult(_ -> confirm(payment, part, id));
            settlements.settleIfDue(id);
        }
    }

    private void confirm(PaymentSucceeded payment, PaymentPart part, OrderId id) {
        Instant at = clock.instant();
        RegionId origin = part.origin();
        store.paid(origin, List.of(id), payment.payment(), payment.at());
        books.paid(payment, List.of(part));
        boolean now = !store.turn(origin, List.of(id), EnumSet.of(OrderState.PLACED), OrderState.CONFIRMED, at)
                .isEmpty();
        Order order = store.find(id).orElseThrow(() -> new NotFound("order", id));
        if (now) {
            confirmed(order, at);
        } else if (order.state() == OrderState.CANCELLED || order.state() == OrderState.EXPIRED) {
            refunds.allThatIsLeft(order, Optional.empty(), "late");
        }
    }

    /// An expired order whose money came after all takes its goods again, as a whole or not at all, and
    /// within the limit of its buyer, who may have ordered anew meanwhile.
    private void revive(RegionId origin, OrderId id) {
        transaction.executeWithoutResult(status -> {
            Instant at = clock.instant();
            if (store.turn(origin, List.of(id), EnumSet.of(OrderState.EXPIRED), OrderState.CONFIRMED, at)
                    .isEmpty()) return;
            Order order = store.find(id).orElseThrow();
            if (store.takeAgain(origin, id) && sellables.take(origin, Undoing.packs(List.of(order))))
                confirmed(order, at);
            else status.setRollbackOnly();
        });
    }

    private void confirmed(Order order, Instant at) {
        steps.add(order.origin(), List.of(order.id()), OrderState.CONFIRMED, Optional.empty(), "", at);
        events.publishEvent(new OrderConfirmed(order.id(), order.origin(), order.seller(), at));
    }
}
