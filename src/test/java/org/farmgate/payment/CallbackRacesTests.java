package org.farmgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.measure.Money;
import org.farmgate.payment.providers.Told;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two at once, held together by latches: the first has done its step and not yet committed while the second runs into
/// the same row.
@ModuleTest(extraIncludes = "platform")
class CallbackRacesTests {
    @Autowired
    private Payments payments;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final Purse purse = new Purse();

    private Payment open() {
        return payments.open(purse.cart("sandbox"));
    }

    private Told paid(Payment payment) {
        return new Told.Paid(payment.id(), payment.total(), "T-" + payment.id(), clock.instant());
    }

    /// Runs the first up to its commit, starts the second, waits until the database says that it waits, commits.
    private List<Object> overlapping(Callable<?> first, Callable<?> second) throws Exception {
        var stepped = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Object> one = threads.submit(() -> outcome(() -> transactions.execute(status -> {
                Object done = outcome(first);
                stepped.countDown();
                try {
                    commit.await();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
                return done;
            })));
            stepped.await();
            Future<Object> two = threads.submit(() -> outcome(second));
            await().until(() -> waiting() > 0 || two.isDone());
            commit.countDown();
            List<Object> both = new ArrayList<>();
            both.add(one.get());
            both.add(two.get());
            return both;
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    private static Object outcome(Callable<?> attempt) {
        try {
            return Optional.<Object>ofNullable(attempt.call()).orElse("done");
        } catch (RuleBroken refused) {
            return refused.rule();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private long succeededToldFor(Payment payment) {
        return jdbc.sql("select count(*) from payment.notice where payment_id = :id and outcome = 'TAKEN'")
                .param("id", payment.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void theSameCallbackTwiceAtOnceIsTakenOnce() throws Exception {
        Payment payment = open();
        List<Object> both = overlapping(
                () -> outcomes.take("sandbox", paid(payment)), () -> outcomes.take("sandbox", paid(payment)));
        assertThat(both).containsExactly(Outcome.TAKEN, Outcome.REPEATED);
        assertThat(succeededToldFor(payment)).isEqualTo(1);
    }

    @Test
    void aCallbackAndClosingAtOnceEndPaidWhoeverIsFirst() throws Exception {
        Payment first = open();
        overlapping(() -> outcomes.take("sandbox", paid(first)), () -> {
            payments.close(first.id());
            return "closed";
        });
        assertThat(payments.get(first.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
        Payment second = open();
        List<Object> both = overlapping(
                () -> {
                    payments.close(second.id());
                    return "closed";
                },
                () -> outcomes.take("sandbox", paid(second)));
        assertThat(both).containsExactly("closed", Outcome.TAKEN);
        assertThat(payments.get(second.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void failureAndSuccessAtOnceEndPaid() throws Exception {
        Payment payment = open();
        overlapping(
                () -> outcomes.take("sandbox", paid(payment)),
                () -> outcomes.take("sandbox", new Told.Failed(payment.id(), payment.total(), "late")));
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    private Callable<Object> refund(Payment payment, RefundId id, long fen) {
        return () -> {
            payments.refund(id, payment.id(), purse.yizhou, purse.melons, new Money(fen), "bruised");
            return "refunded";
        };
    }

    @Test
    void ofTwoRefundsAtOnceThatTogetherExceedWhatWasPaidOneIsRefused() throws Exception {
        Payment payment = open();
        outcomes.take("sandbox", paid(payment));
        List<Object> both =
                overlapping(refund(payment, RefundId.next(), 4_000), refund(payment, RefundId.next(), 4_000));
        assertThat(both).containsExactly("refunded", PaymentRule.REFUND_EXCEEDS_PAID);
        assertThat(payments.refunds(payment.id())).hasSize(1);
    }

    @Test
    void theSameRefundTwiceAtOnceIsOne() throws Exception {
        Payment payment = open();
        outcomes.take("sandbox", paid(payment));
        RefundId id = RefundId.next();
        List<Object> both = overlapping(refund(payment, id, 4_000), refund(payment, id, 4_000));
        assertThat(both).containsExactly("refunded", "refunded");
        assertThat(payments.refunds(payment.id())).hasSize(1);
        // Only once counted: the rest can still go back.
        refund(payment, RefundId.next(), 2_800).call();
    }

    @Test
    void theSamePaymentOpenedTwiceAtOnceIsOne() throws Exception {
        NewPayment cart = purse.cart("sandbox");
        List<Object> both = overlapping(() -> payments.open(cart), () -> payments.open(cart));
        assertThat(both.getFirst()).isEqualTo(both.getLast());
    }

    @Test
    void aRefundToldDoneByTwoWaysAtOnceIsToldOnce() throws Exception {
        Payment payment = payments.open(purse.cart("cash"));
        outcomes.paid(payment.id(), "cash", payment.total(), "cash", clock.instant(), Optional.empty());
        RefundId id = RefundId.next();
        refund(payment, id, 100).call();
        await().until(() -> payments.refunds(payment.id()).getFirst().state() == RefundState.UNDER_WAY);
        Refund refund = payments.refunds(payment.id()).getFirst();
        List<Object> both = overlapping(
                () -> outcomes.refunded(refund, "a", Optional.empty()), () -> outcomes.refundFailed(refund, "no"));
        assertThat(both).containsExactly(Outcome.TAKEN, Outcome.IGNORED);
        assertThat(payments.refunds(payment.id()).getFirst().state()).isEqualTo(RefundState.DONE);
    }
}
