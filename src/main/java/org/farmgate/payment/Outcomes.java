package org.farmgate.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.payment.providers.Told;
import org.farmgate.platform.PartyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves payments and refunds on by what is known to be true, and tells it in the same transaction. Callbacks, answers
/// to our questions and people all come through here, so it does not matter who is first, or how often.
@Component
@Transactional
class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final PaymentStore store;
    private final PaymentReadStore reading;
    private final RefundStore refunds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outcomes(
            PaymentStore store,
            PaymentReadStore reading,
            RefundStore refunds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.refunds = refunds;
        this.events = events;
        this.clock = clock;
    }

    /// What came under a signature that holds. It is noted down whatever we make of it.
    Outcome take(String provider, Told told) {
        return switch (told) {
            case Told.Paid paid -> {
                Outcome outcome =
                        paid(paid.payment(), provider, paid.amount(), paid.transaction(), paid.at(), Optional.empty());
                yield noted(
                        provider,
                        Optional.of(paid.payment()),
                        "PAID",
                        outcome,
                        Optional.of(paid.amount()),
                        Optional.of(paid.transaction()));
            }
            case Told.Failed failed -> {
                Outcome outcome = failed(failed, provider);
                yield noted(
                        provider,
                        Optional.of(failed.payment()),
                        "FAILED",
                        outcome,
                        Optional.of(failed.amount()),
                        Optional.empty());
            }
            case Told.Refunded done -> {
                Optional<Refund> refund = refundOf(provider, done.refund());
                Outcome outcome = refund.map(one -> one.amount().equals(done.amount())
                                ? refunded(one, done.reference(), Optional.empty())
                                : Outcome.AMOUNT_DIFFERS)
                        .orElse(Outcome.UNKNOWN);
                yield noted(
                        provider,
                        refund.map(Refund::payment),
                        "REFUNDED",
                        outcome,
                        Optional.of(done.amount()),
                        Optional.of(done.reference()));
            }
            case Told.RefundRefused refused -> {
                Optional<Refund> refund = refundOf(provider, refused.refund());
                Outcome outcome =
                        refund.map(one -> refundFailed(one, refused.reason())).orElse(Outcome.UNKNOWN);
                yield noted(
                        provider,
                        refund.map(Refund::payment),
                        "REFUND_REFUSED",
                        outcome,
                        Optional.empty(),
                        Optional.empty());
            }
            case Told.OnTheWay _ -> Outcome.IGNORED;
        };
    }

    Outcome paid(
            PaymentId id,
            String provider,
            Money amount,
            String transaction,
            Instant paidAt,
            Optional<PartyId> collectedBy) {
        if (store.succeed(id, provider, amount, transaction, paidAt, clock.instant(), collectedBy)) {
            Payment payment = reading.find(id).orElseThrow();
            events.publishEvent(new PaymentSucceeded(id, payment.parts(), provider, transaction, paidAt));
            return Outcome.TAKEN;
        }
        Payment there = reading.find(id).orElse(null);
        if (there == null || !there.provider().equals(provider)) return Outcome.UNKNOWN;
        if (!there.total().equals(amount)) return Outcome.AMOUNT_DIFFERS;
        return there.transaction().equals(Optional.of(transaction)) ? Outcome.REPEATED : Outcome.PAID_TWICE;
    }

    private Outcome failed(Told.Failed told, String provider) {
        Payment there = reading.find(told.payment()).orElse(null);
        if (there == null || !there.provider().equals(provider)) return Outcome.UNKNOWN;
        if (!there.total().equals(told.amount())) return Outcome.AMOUNT_DIFFERS;
        return ended(there, PaymentState.FAILED, Optional.of(told.reason())) ? Outcome.TAKEN : Outcome.IGNORED;
    }

    /// FAILED or EXPIRED, and told. False when it was not open any more.
    boolean ended(Payment payment, PaymentState state, Optional<String> failure) {
        Instant at = clock.instant();
        if (!store.end(payment.id(), state, failure.map(Outcomes::brief), at)) return false;
        events.publishEvent(new PaymentFailed(payment.id(), payment.parts(), payment.provider(), state, at));
        return true;
    }

    Outcome refunded(Refund refund, String reference, Optional<PartyId> handedBy) {
        Instant at = clock.instant();
        Optional<String> word = reference.isEmpty() ? Optional.empty() : Optional.of(reference);
        if (!refunds.done(refund, word, handedBy, at)) return Outcome.REPEATED;
        events.publishEvent(new PaymentRefunded(
                refund.id(),
                refund.payment(),
                refund.origin(),
                refund.kind(),
                refund.subject(),
                refund.provider(),
                refund.amount(),
                at));
        return Outcome.TAKEN;
    }

    Outcome refundFailed(Refund refund, String reason) {
        Instant at = clock.instant();
        if (!refunds.fail(refund, brief(reason), at)) return Outcome.IGNORED;
        events.publishEvent(new RefundFailed(
                refund.id(),
                refund.payment(),
                refund.origin(),
                refund.kind(),
                refund.subject(),
                refund.provider(),
                refund.amount(),
                at));
        return Outcome.TAKEN;
    }

    private Optional<Refund> refundOf(String provider, UUID id) {
        return refunds.find(new RefundId(id)).filter(refund -> refund.provider().equals(provider));
    }

    private Outcome noted(
            String provider,
            Optional<PaymentId> payment,
            String word,
            Outcome outcome,
            Optional<Money> amount,
            Optional<String> transaction) {
        if (!outcome.settles() || outcome == Outcome.PAID_TWICE)
            LOG.warn(
                    "{} told of payment {}: {} {} {}: {}",
                    provider,
                    payment.map(PaymentId::toString).orElse("?"),
                    word,
                    amount.map(Money::toString).orElse(""),
                    transaction.orElse(""),
                    outcome);
        store.note(provider, payment, word, outcome.name(), amount, transaction, clock.instant());
        return outcome;
    }

    private static String brief(String reason) {
        return reason.length() > 200 ? reason.substring(0, 200) : reason;
    }
}
