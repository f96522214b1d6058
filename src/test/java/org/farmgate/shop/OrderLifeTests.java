package org.farmgate.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Postings;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.RefundId;
import org.farmgate.payment.providers.SandboxDesk;
import org.farmgate.payment.providers.SandboxDesk.Wish;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An order from placing to settlement, and every way in which it may come to nothing.
@WholeAppTest
@Import(Stall.class)
class OrderLifeTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    @Autowired
    OrderPayments payments;

    @Autowired
    Cancellations cancellations;

    @Autowired
    Refunds refunds;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Consignments consignments;

    @Autowired
    SandboxDesk sandbox;

    @Autowired
    Postings postings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fromTheOrderToWhoEarnedIt() {
        Listing listing = stall.open(10, Optional.empty());
        Order order = paid(listing, 2);
        assertThat(escrow(order)).isEqualTo(new Money(11_800));
        fulfilment.pick(cast.manager(), order.id(), Optional.empty());
        assertThat(fulfilment.pick(cast.manager(), order.id(), Optional.empty()).state())
                .isEqualTo(OrderState.PICKED);
        Money before = owed(cast.manager().organisation(), order);
        Money freight = owed(cast.carrier().organisation(), order);
        deliver(order);
        awaitState(order, OrderState.SETTLED);
        assertThat(escrow(order)).isEqualTo(Money.ZERO);
        // 60 % for the growers (the lot is nobody's on whose behalf it was sold) and 10 % for the cooperative
        assertThat(owed(cast.manager().organisation(), order).minus(before)).isEqualTo(new Money(7_080 + 1_180));
        assertThat(owed(cast.carrier().organisation(), order).minus(freight)).isEqualTo(new Money(2_950));
        assertThat(orders.steps(orders.see(cast.manager(), order.id())))
                .extracting(OrderStep::state)
                .containsExactly(
                        OrderState.CONFIRMED,
                        OrderState.PICKED,
                        OrderState.SHIPPED,
                        OrderState.DELIVERED,
                        OrderState.SETTLED);
        assertTheBooksBalance();
    }

    @Test
    void aPaymentToldTwiceIsPostedOnce() {
        Listing listing = stall.open(10, Optional.empty());
        OrderAnswer.Taken taken = OrderIntakeTests.taken(intake.place(stall.order(listing, 1)));
        Payment payment = payments.open(orders.see(cast.manager(), taken.id()).key(), "Melons");
        pay(payment, Wish.SUCCEED_TWICE);
        Order order = awaitState(orders.see(cast.manager(), taken.id()), OrderState.CONFIRMED);
        assertThat(escrow(order)).isEqualTo(new Money(5_900));
    }

    @Test
    void whatIsCancelledBeforePickingIsGivenBackWhole() {
        Listing listing = stall.open(10, Optional.of(5));
        Order order = paid(listing, 5);
        assertThat(stall.left(listing.sellable())).isEqualTo(5);
        Order now = cancellations.cancel(cast.manager(), order.id(), "Hail");
        assertThat(now.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(stall.left(listing.sellable())).isEqualTo(10);
        awaitEscrow(order, Money.ZERO);
        assertThat(cancellations.cancel(cast.manager(), order.id(), "Hail").state())
                .isEqualTo(OrderState.CANCELLED);
        assertThat(stall.left(listing.sellable())).isEqualTo(10);
        assertTheBooksBalance();
    }

    @Test
    void cancellingAndPickingAtOnceOneWins() throws Exception {
        for (int round = 0; round < 8; round++) {
            Listing listing = stall.open(3, Optional.empty());
            Order order = paid(listing, 3);
            var begin = new CountDownLatch(1);
            List<Future<Boolean>> deeds = new ArrayList<>();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                deeds.add(both.submit(
                        () -> tried(begin, () -> cancellations.cancel(cast.manager(), order.id(), "No"))));
                deeds.add(both.submit(
                        () -> tried(begin, () -> fulfilment.pick(cast.manager(), order.id(), Optional.empty()))));
                begin.countDown();
                boolean cancelled = deeds.getFirst().get();
                boolean picked = deeds.getLast().get();
                assertThat(cancelled).isNotEqualTo(picked);
                assertThat(stall.left(listing.sellable())).isEqualTo(cancelled ? 3 : 0);
            }
        }
    }

    @Test
    void nobodyIsGivenBackMoreThanTheyPaid() throws Exception {
        Listing listing = stall.open(10, Optional.empty());
        Order order = paid(listing, 1);
        var begin = new CountDownLatch(1);
        List<Future<Boolean>> asked = new ArrayList<>();
        int given = 0;
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++)
                asked.add(many.submit(() -> tried(
                        begin,
                        () -> refunds.refund(
                                cast.manager(), order.id(), RefundId.next(), new Money(2_000), "Bruised"))));
            begin.countDown();
            for (Future<Boolean> one : asked) given += one.get() ? 1 : 0;
        }
        assertThat(given).isEqualTo(2);
        assertThat(orders.see(cast.manager(), order.id()).refunded()).isEqualTo(new Money(4_000));
        RefundId last = RefundId.next();
        refunds.refund(cast.manager(), order.id(), last, new Money(1_900), "Bruised");
        refunds.refund(cast.manager(), order.id(), last, new Money(1_900), "Bruised");
        awaitEscrow(order, Money.ZERO);
        assertThatThrownBy(() ->
                        refunds.refund(cast.otherManager(), order.id(), RefundId.next(), new Money(1), "Not mine"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsGivenBackAfterSettlementComesFromEachWhoGotIt() {
        Listing listing = stall.open(10, Optional.empty());
        Order order = paid(listing, 1);
        fulfilment.pick(cast.manager(), order.id(), Optional.empty());
        deliver(order);
        awaitState(order, OrderState.SETTLED);
        Money cooperative = owed(cast.manager().organisation(), order);
        Money carrier = owed(cast.carrier().organisation(), order);
        refunds.refund(cast.manager(), order.id(), RefundId.next(), new Money(1_001), "Two were soft");
        // 1,001 fen in proportion to 3,540 + 590, 1,475 and 295, by largest remainders
        assertThat(cooperative.minus(owed(cast.manager().organisation(), order)))
                .isEqualTo(new Money(701));
        assertThat(carrier.minus(owed(cast.carrier().organisation(), order))).isEqualTo(new Money(250));
        awaitEscrow(order, Money.ZERO);
        assertTheBooksBalance();
    }

    @Test
    void whoDoesNotPayInTimeLosesTheGoodsAndWhoPaysLateGetsThemIfTheyAreStillThere() {
        Listing listing = stall.open(3, Optional.empty());
        Order late = placed(listing, 3);
        Payment payment = payments.open(late.key(), "Melons");
        expire(late);
        assertThat(stall.left(listing.sellable())).isEqualTo(3);
        pay(payment, Wish.SUCCEED);
        awaitState(late, OrderState.CONFIRMED);
        assertThat(stall.left(listing.sellable())).isZero();
        assertThat(escrow(late)).isEqualTo(new Money(17_700));
    }

    @Test
    void whoPaysLateForGoodsThatAreGoneGetsTheMoneyBack() {
        Listing listing = stall.open(3, Optional.empty());
        Order late = placed(listing, 3);
        Payment payment = payments.open(late.key(), "Melons");
        expire(late);
        placed(listing, 2);
        pay(payment, Wish.SUCCEED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.see(cast.manager(), late.id()).refunded().equals(new Money(17_700)));
        awaitEscrow(late, Money.ZERO);
        assertThat(orders.see(cast.manager(), late.id()).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(stall.left(listing.sellable())).isEqualTo(1);
    }

    @Test
    void whoPaysLateCountsTowardsTheLimitAgain() {
        Listing listing = stall.open(10, Optional.of(3));
        Contact contact = Stall.guest();
        Order late = placed(listing, 3, contact);
        Payment payment = payments.open(late.key(), "Melons");
        expire(late);
        pay(payment, Wish.SUCCEED);
        awaitState(late, OrderState.CONFIRMED);
        assertThat(OrderIntakeTests.refused(intake.place(stall.order(OrderKey.next(), listing, 1, contact, "sandbox"))))
                .isEqualTo(ShopRule.BUYER_LIMIT_REACHED);
    }

    @Test
    void whoPaysLateAndHasOrderedAnewGetsTheMoneyBackWhereBothWouldBeTooMuch() {
        Listing listing = stall.open(10, Optional.of(3));
        Contact contact = Stall.guest();
        Order late = placed(listing, 3, contact);
        Payment payment = payments.open(late.key(), "Melons");
        expire(late);
        placed(listing, 1, contact);
        pay(payment, Wish.SUCCEED);
        awaitRefunded(late, new Money(17_700));
        assertThat(orders.see(cast.manager(), late.id()).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(stall.left(listing.sellable())).isEqualTo(9);
    }

    @Test
    void aRefundThatTheProviderRefusesIsToldAndCanBeAskedForAgain() {
        Listing listing = stall.open(10, Optional.empty());
        Order order = paid(listing, 2);
        sandbox.refuseRefunds(order.payment().orElseThrow(), true);
        cancellations.cancel(cast.manager(), order.id(), "Hail");
        awaitFailed(order, 1);
        assertThat(orders.see(cast.manager(), order.id()).refunded()).isEqualTo(Money.ZERO);
        assertThat(escrow(order)).isEqualTo(new Money(11_800));
        sandbox.refuseRefunds(order.payment().orElseThrow(), false);
        refunds.refund(cast.manager(), order.id(), RefundId.next(), new Money(11_800), "Hail");
        awaitEscrow(order, Money.ZERO);
        assertThat(orders.see(cast.manager(), order.id()).refunded()).isEqualTo(new Money(11_800));
        assertTheBooksBalance();
    }

    @Test
    void whatWasFetchedBackForARefundThatFailsGoesToTheSameAgain() {
        Listing listing = stall.open(10, Optional.empty());
        Order order = paid(listing, 1);
        fulfilment.pick(cast.manager(), order.id(), Optional.empty());
        deliver(order);
        awaitState(order, OrderState.SETTLED);
        Money cooperative = owed(cast.manager().organisation(), order);
        sandbox.refuseRefunds(order.payment().orElseThrow(), true);
        refunds.refund(cast.manager(), order.id(), RefundId.next(), new Money(1_001), "Two were soft");
        awaitFailed(order, 1);
        assertThat(owed(cast.manager().organisation(), order)).isEqualTo(cooperative);
        assertThat(escrow(order)).isEqualTo(Money.ZERO);
        assertTheBooksBalance();
    }

    private void awaitFailed(Order order, int refunds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.failedRefunds(order).size() == refunds);
    }

    private void awaitRefunded(Order order, Money amount) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.see(cast.manager(), order.id()).refunded().equals(amount));
    }

    @Test
    void cashAtTheDoorSettlesWhenGoodsAndMoneyAreThere() {
        Listing listing = stall.open(10, Optional.empty());
        OrderAnswer.Taken taken =
                OrderIntakeTests.taken(intake.place(stall.order(OrderKey.next(), listing, 1, Stall.guest(), "cash")));
        assertThat(taken.state()).isEqualTo(OrderState.CONFIRMED);
        Order order = orders.see(cast.manager(), taken.id());
        fulfilment.pick(cast.manager(), order.id(), Optional.empty());
        deliver(order);
        awaitState(order, OrderState.DELIVERED);
        payments.takenAtTheDoor(cast.manager(), order.id());
        awaitState(order, OrderState.SETTLED);
        assertTheBooksBalance();
    }

    private interface Deed {
        void doIt();
    }

    private static boolean tried(CountDownLatch begin, Deed deed) throws InterruptedException {
        begin.await();
        try {
            deed.doIt();
            return true;
        } catch (RuleBroken refused) {
            return false;
        }
    }

    private Order placed(Listing listing, int packs) {
        return placed(listing, packs, Stall.guest());
    }

    private Order placed(Listing listing, int packs, Contact contact) {
        OrderRequest request = stall.order(OrderKey.next(), listing, packs, contact, "sandbox");
        return orders.see(
                cast.manager(), OrderIntakeTests.taken(intake.place(request)).id());
    }

    private Order paid(Listing listing, int packs) {
        Order order = placed(listing, packs);
        pay(payments.open(order.key(), "Melons"), Wish.SUCCEED);
        return awaitState(order, OrderState.CONFIRMED);
    }

    private void pay(Payment payment, Wish wish) {
        stall.begin(payment.id());
        sandbox.tell(payment.id(), wish);
    }

    private void deliver(Order order) {
        var consignment = Fulfilment.consignment(order.id());
        Mass mass = consignments.get(consignment).mass();
        consignments.handOver(
                cast.manager(),
                consignment,
                new Carrier(Optional.of(cast.carrier().organisation()), "Test Haulage"),
                Optional.empty(),
                Instant.now());
        consignments.deliver(cast.manager(), consignment, "Gao Yu", mass, Instant.now());
    }

    private void expire(Order order) {
        jdbc.sql("update shop.orders set expires_at = now() - interval '1 second' where id = :id")
                .param("id", order.id().value())
                .update();
        while (cancellations.expire() > 0) {}
        assertThat(orders.see(cast.manager(), order.id()).state()).isEqualTo(OrderState.EXPIRED);
    }

    private Order awaitState(Order order, OrderState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.see(cast.manager(), order.id()).state() == state);
        return orders.see(cast.manager(), order.id());
    }

    private void awaitEscrow(Order order, Money amount) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(escrow(order)).isEqualTo(amount));
    }

    private Money escrow(Order order) {
        return postings.balance(OrderBooks.escrow(order.origin(), order.id().value()));
    }

    private Money owed(PartyId payee, Order order) {
        return postings.balance(AccountKey.payable(order.origin(), cast.admin().organisation(), payee));
    }

    /// What was taken by the provider is what lies in escrow or went to somebody.
    private void assertTheBooksBalance() {
        Money taken = postings.balance(AccountKey.of(cast.county(), AccountKind.PROVIDER_CLEARING, "sandbox"))
                .plus(postings.balance(AccountKey.of(cast.county(), AccountKind.CASH_IN_HAND, "cash")));
        Money given = owedInAll();
        assertThat(taken).isEqualTo(given);
    }

    private Money owedInAll() {
        Money sum = postings.balance(AccountKey.of(
                cast.county(), AccountKind.PLATFORM_FEE, cast.admin().organisation()));
        for (PartyId payee :
                List.of(cast.manager().organisation(), cast.carrier().organisation()))
            sum = sum.plus(postings.balance(
                    AccountKey.payable(cast.county(), cast.admin().organisation(), payee)));
        for (Order order : jdbc
                .sql("select id from shop.orders")
                .query((rs, number) -> new OrderId(rs.getObject("id", java.util.UUID.class)))
                .list()
                .stream()
                .map(id -> orders.see(cast.admin(), id))
                .toList()) sum = sum.plus(escrow(order));
        return sum;
    }
}
