package org.farmgate.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.farmgate.payment.providers.Provider;
import org.farmgate.payment.providers.ProviderSilent;
import org.farmgate.payment.providers.Providers;
import org.farmgate.payment.providers.Returning;
import org.farmgate.payment.providers.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Talks to providers of our own accord: tells them of refunds, asks about what stays open, ends what has run out of
/// time. Never inside a transaction: an answer may take seconds, or not come. Whatever it misses, [#sweep] finds again.
@Component
class Reconciling {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    /// As many as one sweep takes of each kind.
    private static final int MOST = 200;
    private static final Duration AFTER_A_FAULT = Duration.ofHours(1);
    /// After some twelve days of asking nobody is going to pay any more.
    private static final int MOST_ASKED = 60;

    private final PaymentStore store;
    private final PaymentReadStore reading;
    private final RefundStore refunds;
    private final Outcomes outcomes;
    private final Providers providers;
    private final Clock clock;

    Reconciling(
            PaymentStore store,
            PaymentReadStore reading,
            RefundStore refunds,
            Outcomes outcomes,
            Providers providers,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.providers = providers;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener
    void on(RefundAsked asked) {
        refunds.find(asked.refund()).ifPresent(this::giveBack);
    }

    @Async
    @TransactionalEventListener
    void on(PaymentDropped dropped) {
        reading.find(dropped.payment()).ifPresent(this::drop);
    }

    /// Everything that is due. Answers how much that was.
    int sweep() {
        Instant now = clock.instant();
        int done = 0;
        for (PaymentId id : store.toAsk(now, MOST)) {
            reading.find(id)
                    .ifPresent(payment -> guarded("asking about payment", id, () -> ask(payment), () -> {
                        store.askNext(id, Optional.of(now.plus(AFTER_A_FAULT)));
                    }));
            done++;
        }
        for (PaymentId id : store.toExpire(now, MOST)) {
            reading.find(id).ifPresent(payment -> guarded("expiry of payment", id, () -> expire(payment), () -> {}));
            done++;
        }
        for (Refund refund : refunds.toTry(now, MOST)) {
            guarded("refund", refund.id(), () -> giveBack(refund), () -> {
                refunds.wait(refund, refund.state(), Optional.empty(), Optional.of(now.plus(AFTER_A_FAULT)));
            });
            done++;
        }
        return done;
    }

    /// One that cannot be dealt with must not hold up all others.
    private static void guarded(String what, Object id, Runnable deed, Runnable otherwise) {
        try {
            deed.run();
        } catch (RuntimeException fault) {
            LOG.error("The {} {} failed; it is tried again in an hour", what, id, fault);
            otherwise.run();
        }
    }

    /// Asks how it stands and believes it. False when the provider could not be asked.
    boolean ask(Payment payment) {
        if (payment.succeeded()) return true;
        int asked = store.asked(payment.id());
        Optional<Instant> next = asked >= MOST_ASKED
                ? Optional.empty()
                : Optional.of(clock.instant().plus(pause(asked)));
        Optional<Standing> standing =
                providers.find(payment.provider()).flatMap(provider -> standing(provider, payment));
        boolean over = standing.map(known -> believe(payment, known)).orElse(false);
        store.askNext(payment.id(), over ? Optional.empty() : next);
        return standing.isPresent();
    }

    private static Optional<Standing> standing(Provider provider, Payment payment) {
        try {
            return Optional.of(provider.ask(payment));
        } catch (ProviderSilent silent) {
            LOG.warn("Payment {} could not be asked about: {}", payment.id(), silent.getMessage());
            return Optional.empty();
        }
    }

    /// Answers whether there is nothing more to ask.
    private boolean believe(Payment payment, Standing standing) {
        switch (standing) {
            case Standing.Paid paid -> {
                Outcome outcome = outcomes.paid(
                        payment.id(),
                        payment.provider(),
                        paid.amount(),
                        paid.transaction(),
                        paid.at(),
                        Optional.empty());
                if (outcome == Outcome.AMOUNT_DIFFERS)
                    LOG.warn(
                            "{} holds {} for payment {}, which is of {}",
                            payment.provider(),
                            paid.amount(),
                            payment.id(),
                            payment.total());
                return true;
            }
            case Standing.Failed failed -> {
                outcomes.ended(payment, PaymentState.FAILED, Optional.of(failed.reason()));
                return true;
            }
            case Standing.Over _ -> {
                outcomes.ended(payment, PaymentState.FAILED, Optional.of("closed by the provider"));
                return true;
            }
            case Standing.Waiting _ -> {
                return false;
            }
        }
    }

    /// Asked once more before it is given up; a success after that is told all the same.
    private void expire(Payment payment) {
        if (payment.way().isPresent()) ask(payment);
        if (outcomes.ended(payment, PaymentState.EXPIRED, Optional.empty())
                && payment.way().isPresent()) drop(payment);
    }

    private void drop(Payment payment) {
        providers.find(payment.provider()).ifPresent(provider -> {
            try {
                provider.close(payment);
            } catch (ProviderSilent silent) {
                // Not closed there: if it is paid after all, that is told and dealt with.
                LOG.warn("Payment {} could not be closed at the provider: {}", payment.id(), silent.getMessage());
            }
        });
    }

    /// Tells the provider of a refund, or asks how far it is: with all of them that is the same call.
    void giveBack(Refund refund) {
        if (refund.ended()) return;
        Payment payment = reading.find(refund.payment()).orElseThrow();
        Optional<Instant> again = Optional.of(clock.instant().plus(pause(refunds.tries(refund))));
        Optional<Provider> provider = providers.find(refund.provider());
        if (provider.isEmpty()) {
            refunds.wait(refund, refund.state(), Optional.empty(), again);
            return;
        }
        try {
            switch (provider.get().refund(payment, refund)) {
                case Returning.Done done -> outcomes.refunded(refund, done.reference(), Optional.empty());
                case Returning.Refused refused -> outcomes.refundFailed(refund, refused.reason());
                case Returning.UnderWay underWay ->
                    refunds.wait(refund, RefundState.UNDER_WAY, Optional.of(underWay.reference()), again);
                case Returning.ByHand _ ->
                    refunds.wait(refund, RefundState.UNDER_WAY, Optional.empty(), Optional.empty());
            }
        } catch (ProviderSilent silent) {
            LOG.warn("Refund {} could not be told: {}", refund.id(), silent.getMessage());
            refunds.wait(refund, refund.state(), Optional.empty(), again);
        }
    }

    /// 15 seconds, then longer and longer, at most six hours.
    static Duration pause(int times) {
        return Duration.ofSeconds(Math.min(21_600, 15L << Math.min(times, 20)));
    }
}
