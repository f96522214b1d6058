package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.farmgate.ledger.Postings;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Payments;
import org.farmgate.payment.providers.SandboxDesk;
import org.farmgate.payment.providers.SandboxDesk.Wish;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Payments that fail, no longer fit, come twice, or come many at once.
@WholeAppTest
@Import(Stall.class)
class OrderPayingTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    OrderPayments paying;

    @Autowired
    Cancellations cancellations;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Payments payments;

    @Autowired
    SandboxDesk sandbox;

    @Autowired
    Postings postings;

    @Test
    void aPaymentThatWasRefusedCanBeTriedAgain() {
        Order order = placed();
        Payment first = paying.open(order.key(), "Melons");
        assertThat(paying.open(order.key(), "Melons").id()).isEqualTo(first.id());
        pay(first, Wish.FAIL);
        awaitPayment(first, PaymentState.FAILED);
        Payment second = paying.open(order.key(), "Melons");
        assertThat(second.id()).isNotEqualTo(first.id());
        pay(second, Wish.SUCCEED);
        await(order, OrderState.CONFIRMED);
        assertThat(escrow(order)).isEqualTo(order.total());
    }

    @Test
    void thePaymentOfACancelledOrderIsClosed() {
        Order order = placed();
        Payment payment = paying.open(order.key(), "Melons");
        cancellations.cancel(cast.manager(), order.id(), "Hail");
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.CLOSED);
    }

    @Test
    void whatIsPaidBySecondPaymentTooGoesBack() {
        Order order = placed();
        Payment first = paying.open(order.key(), "Melons");
        stall.begin(first.id());
        payments.close(first.id());
        Payment second = paying.open(order.key(), "Melons");
        assertThat(second.id()).isNotEqualTo(first.id());
        pay(second, Wish.SUCCEED);
        await(order, OrderState.CONFIRMED);
        sandbox.tell(first.id(), Wish.SUCCEED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> payments.get(first.id()).succeeded());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(escrow(order)).isEqualTo(order.total()));
        Order now = orders.see(cast.manager(), order.id());
        assertThat(now.payment()).contains(second.id());
        assertThat(now.refunded()).isEqualTo(Money.ZERO);
    }

    /// More at once than there are connections.
    @Test
    void fortyPaymentsAtOnceConfirmFortyOrders() {
        Listing listing = stall.open(40, Optional.empty());
        List<Order> all = IntStream.range(0, 40)
                .mapToObj(_ -> placed(OrderKey.next(), listing))
                .toList();
        List<Payment> open =
                all.stream().map(order -> paying.open(order.key(), "Melons")).toList();
        open.forEach(payment -> stall.begin(payment.id()));
        long began = System.nanoTime();
        open.parallelStream().forEach(payment -> sandbox.tell(payment.id(), Wish.SUCCEED));
        all.forEach(order -> await(order, OrderState.CONFIRMED));
        // Those who waited for a connection in vain would be told again after ten seconds at the earliest.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void whatWasPickedAndDoesNotGoComesBackAndIsGivenBack() {
        Order order = placed();
        pay(paying.open(order.key(), "Melons"), Wish.SUCCEED);
        await(order, OrderState.CONFIRMED);
        fulfilment.pick(cast.manager(), order.id(), Optional.empty());
        assertThat(fulfilment.returned(cast.manager(), order.id(), "No truck").state())
                .isEqualTo(OrderState.RETURNED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(escrow(order)).isEqualTo(Money.ZERO));
    }

    private Order placed() {
        return placed(OrderKey.next(), stall.open(5, Optional.empty()));
    }

    private Order placed(OrderKey key, Listing listing) {
        OrderRequest request = stall.order(key, listing, 1, Stall.guest(), "sandbox");
        return orders.see(
                cast.manager(), OrderIntakeTests.taken(intake.place(request)).id());
    }

    private void pay(Payment payment, Wish wish) {
        stall.begin(payment.id());
        sandbox.tell(payment.id(), wish);
    }

    private void awaitPayment(Payment payment, PaymentState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> payments.get(payment.id()).state() == state);
    }

    private void await(Order order, OrderState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.see(cast.manager(), order.id()).state() == state);
    }

    private Money escrow(Order order) {
        return postings.balance(OrderBooks.escrow(order.origin(), order.id().value()));
    }
}
