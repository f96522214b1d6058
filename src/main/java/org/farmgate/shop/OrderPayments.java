package org.farmgate.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.payment.NewPayment;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.PaymentPart;
import org.farmgate.payment.PaymentSucceeded;
import org.farmgate.payment.Payments;
import org.farmgate.payment.RefundId;
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
    /// Money that comes for an order in these states goes back.
    private static final Set<OrderState> GIVEN_BACK =
            EnumSet.of(OrderState.CANCELLED, OrderState.EXPIRED, OrderState.RETURNED);

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

    /// Opens the payment of a cart's orders that wait for it; asked again it is the same payment, unless that
    /// one has failed or other orders wait by now: then another takes its place.
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
        Optional<Payment> earlier = waiting.stream()
                .flatMap(order -> order.payment().stream())
                .findFirst()
                .map(payments::get);
        if (earlier.filter(there -> stillFits(there, waiting)).isPresent()) return earlier.get();
        earlier.filter(Payment::isOpen).ifPresent(there -> payments.close(there.id()));
        Order first = waiting.getFirst();
        Payment payment = payments.open(new NewPayment(
                new PaymentId(Derived.id(
                        earlier.map(there -> there.id().value()).orElse(key.value()), "cart" + ids(waiting))),
                waiting.stream().map(OrderPayments::part).toList(),
                first.provider(),
                title,
                first.expiresAt(),
                "/carts/" + key));
        for (Order order : waiting) store.payBy(order.origin(), List.of(order.id()), payment.id());
        return payment;
    }

    /// It can be paid, or was, and is for just these orders.
    private static boolean stillFits(Payment payment, List<Order> waiting) {
        return (payment.isOpen() || payment.succeeded())
                && payment.parts().stream()
                        .map(PaymentPart::subject)
                        .sorted()
                        .toList()
                        .equals(ids(waiting));
    }

    private static List<UUID> ids(List<Order> orders) {
        return orders.stream().map(order -> order.id().value()).sorted().toList();
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
        boolean first = store.paid(origin, id, payment.payment(), payment.at());
        books.paid(payment, List.of(part));
        if (!first && paidByAnother(id, payment)) {
            var refund = new RefundId(Derived.id(payment.payment().value(), "paid twice " + id));
            payments.refund(refund, payment.payment(), origin, id.value(), part.amount(), "paid twice");
            return;
        }
        boolean now = !store.turn(origin, List.of(id), EnumSet.of(OrderState.PLACED), OrderState.CONFIRMED, at)
                .isEmpty();
        Order order = store.find(id).orElseThrow(() -> new NotFound("order", id));
        if (now) {
            confirmed(order, at);
        } else if (GIVEN_BACK.contains(order.state())) {
            refunds.allThatIsLeft(order, Optional.empty(), "late");
        }
    }

    private boolean paidByAnother(OrderId id, PaymentSucceeded payment) {
        Optional<PaymentId> by = store.find(id).flatMap(Order::payment);
        return by.filter(one -> !one.equals(payment.payment())).isPresent();
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
