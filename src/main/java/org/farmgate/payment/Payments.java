package org.farmgate.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.payment.providers.Providers;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is to be paid, is paid, and goes back. Called by the modules that own the deals, inside their transactions:
/// nothing here talks to a provider, so nothing waits for one. They hear what became of it by [PaymentSucceeded],
/// [PaymentFailed], [PaymentRefunded] and [RefundFailed].
@Service
@Transactional
public class Payments {
    /// A code that is read tomorrow is read by accident.
    private static final Duration USUAL_TIME = Duration.ofDays(1);

    private final PaymentStore store;
    private final PaymentReadStore reading;
    private final RefundStore refunds;
    private final Outcomes outcomes;
    private final Providers providers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(
            PaymentStore store,
            PaymentReadStore reading,
            RefundStore refunds,
            Outcomes outcomes,
            Providers providers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.providers = providers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// The providers that are on here, in the order to offer them: message `payment.provider.<code>`.
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> providers() {
        return providers.codes();
    }

    /// Asks for money; the payer is sent to [Payment#path]. The same one twice is one: parts and provider are
    /// compared, the rest may differ between two tries. Refuses by PAYMENT_ID_TAKEN, PAYMENT_PROVIDER_OFF,
    /// PAYMENT_EXPIRY_PAST.
    public Payment open(NewPayment wanted) {
        Optional<Payment> known = reading.find(wanted.id());
        if (known.isPresent()) return same(known.get(), wanted);
        if (providers.find(wanted.provider()).isEmpty())
            throw new RuleBroken(PaymentRule.PAYMENT_PROVIDER_OFF, wanted.provider());
        Instant at = clock.instant();
        Optional<Instant> expiresAt = wanted.expiresAt()
                .or(() -> wanted.provider().equals("cash") ? Optional.empty() : Optional.of(at.plus(USUAL_TIME)));
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(at))
            throw new RuleBroken(PaymentRule.PAYMENT_EXPIRY_PAST);
        store.insert(wanted, expiresAt, at);
        // Two at once may have tried the same id; what is stored now decides.
        return same(get(wanted.id()), wanted);
    }

    private static Payment same(Payment known, NewPayment wanted) {
        if (!known.sameAs(wanted)) throw new RuleBroken(PaymentRule.PAYMENT_ID_TAKEN);
        return known;
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Payment get(PaymentId id) {
        return find(id).orElseThrow(() -> new NotFound("payment", id));
    }

    /// For the payer. Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Payment get(PayKey key) {
        return reading.find(key).flatMap(reading::find).orElseThrow(() -> new NotFound("payment", key));
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(PaymentId id) {
        return reading.find(id);
    }

    /// Gives money back out of one part, in whole or in part. It is decided now; the provider is told after the
    /// transaction, and [PaymentRefunded] or [RefundFailed] follows. The same refund twice goes back once. Refuses
    /// by [NotFound], REFUND_ID_TAKEN, REFUND_BEFORE_PAID, REFUND_EXCEEDS_PAID (names what is left),
    /// REFUND_NOT_POSITIVE, REFUND_REASON_WRONG.
    public void refund(RefundId id, PaymentId payment, RegionId origin, UUID subject, Money amount, String reason) {
        Payment paid = get(payment);
        PaymentPart part = paid.parts().stream()
                .filter(one -> one.isFor(origin, subject))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment", payment));
        var wanted = new Refund(
                id,
                payment,
                origin,
                part.kind(),
                subject,
                paid.provider(),
                amount,
                reason.strip(),
                RefundState.ASKED,
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.empty());
        Optional<Refund> known = refunds.find(id);
        if (known.isEmpty() && refunds.insert(wanted, part.seller())) {
            if (!refunds.take(wanted)) refuse(paid, wanted);
            events.publishEvent(new RefundAsked(id));
            return;
        }
        Refund there = known.or(() -> refunds.find(id)).orElseThrow();
        if (!there.sameAs(wanted)) throw new RuleBroken(PaymentRule.REFUND_ID_TAKEN);
    }

    private void refuse(Payment paid, Refund wanted) {
        if (!get(paid.id()).succeeded()) throw new RuleBroken(PaymentRule.REFUND_BEFORE_PAID);
        throw new RuleBroken(PaymentRule.REFUND_EXCEEDS_PAID, refunds.left(wanted));
    }

    /// In the order they were asked for.
    @Transactional(readOnly = true)
    public List<Refund> refunds(PaymentId payment) {
        return refunds.ofPayment(payment);
    }

    /// Cash was taken, all of it; doing so twice is once. It needs MOVE_GOODS, SELL or KEEP_BOOKS; whether this
    /// payment is the actor's business is for the caller to know, since only the deal says who goes to the door.
    /// Refuses by PAYMENT_NOT_CASH, PAYMENT_AMOUNT_DIFFERS.
    public void collected(Actor actor, PaymentId id, Money taken) {
        if (!actor.may(Right.MOVE_GOODS) && !actor.may(Right.SELL)) actor.require(Right.KEEP_BOOKS);
        Payment payment = get(id);
        if (!payment.provider().equals("cash")) throw new RuleBroken(PaymentRule.PAYMENT_NOT_CASH);
        if (!payment.total().equals(taken)) throw new RuleBroken(PaymentRule.PAYMENT_AMOUNT_DIFFERS, payment.total());
        if (payment.succeeded()) return;
        Outcome outcome = outcomes.paid(id, "cash", taken, "cash-" + id, clock.instant(), Optional.of(actor.person()));
        if (outcome == Outcome.TAKEN)
            audit.record(actor, "payment.collected", "payment", id, Map.of("amount", taken.toString()));
    }

    /// Cash was handed back, by the seller or a bookkeeper; doing so twice is once. Refuses by [NotFound],
    /// REFUND_NOT_CASH, REFUND_ENDED.
    public void handedBack(Actor actor, RefundId id) {
        if (!actor.may(Right.SELL)) actor.require(Right.KEEP_BOOKS);
        Refund refund = refunds.find(id).orElseThrow(() -> new NotFound("refund", id));
        if (!actor.may(Right.KEEP_BOOKS) && !sells(actor, refund)) throw new NotFound("refund", id);
        if (!refund.provider().equals("cash")) throw new RuleBroken(PaymentRule.REFUND_NOT_CASH);
        if (refund.state() == RefundState.FAILED) throw new RuleBroken(PaymentRule.REFUND_ENDED);
        if (outcomes.refunded(refund, "cash-" + id, Optional.of(actor.person())) == Outcome.TAKEN)
            audit.record(
                    actor,
                    "refund.handed-back",
                    "refund",
                    id,
                    Map.of("amount", refund.amount().toString()));
    }

    private boolean sells(Actor actor, Refund refund) {
        return get(refund.payment()).parts().stream()
                .filter(part -> part.subject().equals(refund.subject()))
                .anyMatch(part -> part.seller().filter(actor::actsFor).isPresent());
    }

    /// No longer wanted. A success that still comes is told all the same. What has ended already stays as it is.
    public void close(PaymentId id) {
        Payment payment = get(id);
        if (store.end(id, PaymentState.CLOSED, Optional.empty(), clock.instant())
                && payment.way().isPresent()) events.publishEvent(new PaymentDropped(id));
    }
}
