package org.farmgate.shop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payments;
import org.farmgate.payment.RefundFailed;
import org.farmgate.payment.RefundId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Money that goes back to buyers, in whole or in part, never more than they paid. Before settlement it
/// comes out of escrow; after it, out of what each had got, as entries of their own.
@Service
@Transactional
public class Refunds {
    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);

    /// So much of a reason is told to the payment provider.
    private static final int LONGEST_TOLD = 200;

    private final OrderStore store;
    private final Orders orders;
    private final RefundStore refunds;
    private final PortionStore portions;
    private final OrderBooks books;
    private final Payments payments;
    private final Clock clock;

    Refunds(
            OrderStore store,
            Orders orders,
            RefundStore refunds,
            PortionStore portions,
            OrderBooks books,
            Payments payments,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.refunds = refunds;
        this.portions = portions;
        this.books = books;
        this.payments = payments;
        this.clock = clock;
    }

    /// By the seller; the same id again is the same refund. Refuses by [org.farmgate.platform.NotFound],
    /// ORDER_NOT_IN_THAT_STATE where nothing was paid, ORDER_REFUND_TOO_LARGE.
    public Order refund(Actor actor, OrderId id, RefundId refund, Money amount, String reason) {
        Order order = orders.ofSeller(actor, id);
        give(order, refund, amount, Optional.of(actor), reason);
        return store.find(id).orElseThrow();
    }

    /// What was paid and not yet given back. One such refund for each order.
    void allThatIsLeft(Order order, Optional<Actor> by, String reason) {
        if (order.worth().fen() == 0) return;
        give(order, new RefundId(Derived.id(order.id().value(), "rest")), order.worth(), by, reason);
    }

    /// The provider refused: the money counts as paid again, and another refund may be asked for. Where the
    /// order is settled by now it goes back to those who have earned it. Told twice it is done once.
    void failed(RefundFailed refund) {
        var id = new OrderId(refund.subject());
        if (!refunds.fail(refund.origin(), refund.refund(), refund.at())) return;
        store.refundFailed(refund.origin(), id, refund.amount());
        Order order = store.find(id).orElseThrow();
        List<Split.Portion> got = portions.portions(order.origin(), id);
        if (!got.isEmpty()) books.putBack(order, refund.refund().value(), shares(got, refund.amount()));
        LOG.warn("order {}: {} could not be given back, refund {}", id, refund.amount(), refund.refund());
    }

    private void give(Order order, RefundId id, Money amount, Optional<Actor> by, String reason) {
        if (order.paidAt().isEmpty()) throw new RuleBroken(ShopRule.ORDER_NOT_IN_THAT_STATE, order.state());
        if (amount.fen() <= 0) throw new RuleBroken(ShopRule.ORDER_REFUND_TOO_LARGE, order.worth());
        var asked = new RefundStore.Asked(id, order.id(), amount, reason, clock.instant());
        if (!refunds.insert(order.origin(), asked, by)) {
            boolean same = refunds.of(order.origin(), order.id()).stream()
                    .anyMatch(there -> there.id().equals(id) && there.amount().equals(amount));
            if (!same) throw new RuleBroken(ShopRule.ORDER_KEY_REUSED);
            return;
        }
        // The guarded update locks the order's row: whether it is settled cannot change until we commit.
        if (!store.refund(order.origin(), order.id(), amount))
            throw new RuleBroken(ShopRule.ORDER_REFUND_TOO_LARGE, order.worth());
        Order now = store.find(order.id()).orElseThrow();
        List<Split.Portion> got = portions.portions(order.origin(), order.id());
        if (!got.isEmpty()) books.clawedBack(now, id.value(), shares(got, amount));
        String brief = reason.length() > LONGEST_TOLD ? reason.substring(0, LONGEST_TOLD) : reason;
        payments.refund(id, now.payment().orElseThrow(), now.origin(), now.id().value(), amount, brief);
    }

    /// From each in proportion to what they got.
    private static List<Split.Portion> shares(List<Split.Portion> got, Money amount) {
        List<Money> parts = Apportioned.by(
                amount, got.stream().map(one -> one.amount().fen()).toList());
        List<Split.Portion> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++)
            if (parts.get(i).fen() > 0)
                shares.add(new Split.Portion(got.get(i).share(), got.get(i).party(), parts.get(i)));
        return shares;
    }
}
