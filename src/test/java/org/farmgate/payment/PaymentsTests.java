package org.farmgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.farmgate.payment.PaymentTests.assertRefused;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.payment.providers.SandboxDesk;
import org.farmgate.payment.providers.SandboxDesk.Wish;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ModuleTest(extraIncludes = "platform")
class PaymentsTests {
    @Autowired
    private Payments payments;

    @Autowired
    private Beginnings beginnings;

    @Autowired
    private SandboxDesk sandbox;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final Purse purse = new Purse();

    private Payment begun() {
        Payment payment = payments.open(purse.cart("sandbox"));
        return beginnings.begin(payment.id(), true, "127.0.0.1");
    }

    private Payment paid() {
        Payment payment = begun();
        sandbox.tell(payment.id(), Wish.SUCCEED);
        return payments.get(payment.id());
    }

    private RefundId refund(Payment payment, long fen) {
        RefundId id = RefundId.next();
        payments.refund(id, payment.id(), purse.yizhou, purse.melons, new Money(fen), "bruised");
        return id;
    }

    private Refund only(Payment payment) {
        List<Refund> all = payments.refunds(payment.id());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatWasOpenedIsReadBackAsItWas() {
        NewPayment cart = purse.cart("sandbox");
        Payment payment = payments.open(cart);
        assertThat(payment.parts()).isEqualTo(cart.parts());
        assertThat(payment.total()).isEqualTo(new Money(10_000));
        assertThat(payment.state()).isEqualTo(PaymentState.OPEN);
        assertThat(payment.path())
                .isEqualTo("/pay/" + payment.key())
                .doesNotContain(cart.id().toString());
        assertThat(payment.expiresAt())
                .hasValueSatisfying(at ->
                        assertThat(Duration.between(payment.openedAt(), at)).isEqualTo(Duration.ofDays(1)));
        assertThat(payments.open(purse.cart("cash")).expiresAt()).isEmpty();
    }

    @Test
    void theSamePaymentTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        NewPayment cart = purse.cart("sandbox");
        assertThat(payments.open(cart)).isEqualTo(payments.open(cart));
        assertRefused(PaymentRule.PAYMENT_ID_TAKEN, () -> payments.open(purse.cart(cart.id(), "sandbox", 6_801)));
        assertRefused(PaymentRule.PAYMENT_ID_TAKEN, () -> payments.open(purse.cart(cart.id(), "cash", 6_800)));
    }

    @Test
    void aProviderThatIsOffTakesNothing() {
        assertThat(payments.providers()).contains("sandbox", "cash").doesNotContain("wechat", "alipay");
        assertRefused(PaymentRule.PAYMENT_PROVIDER_OFF, () -> payments.open(purse.cart("wechat")));
        assertRefused(PaymentRule.PAYMENT_PROVIDER_OFF, () -> payments.open(purse.cart("bitcoin")));
    }

    @Test
    void anEndThatIsPastIsRefused() {
        NewPayment cart = purse.cart("cash");
        assertRefused(
                PaymentRule.PAYMENT_EXPIRY_PAST,
                () -> payments.open(
                        new NewPayment(cart.id(), cart.parts(), "cash", "Melons", Optional.of(clock.instant()), "/")));
    }

    @Test
    void aSuccessIsToldOnceHoweverOftenItComes(AssertablePublishedEvents events) {
        Payment payment = begun();
        sandbox.tell(payment.id(), Wish.SUCCEED_TWICE);
        sandbox.tell(payment.id(), Wish.SUCCEED);
        Payment paid = payments.get(payment.id());
        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.transaction()).contains("sandbox-" + payment.id());
        assertThat(events.ofType(PaymentSucceeded.class)
                        .matching(event -> event.payment().equals(payment.id())))
                .hasSize(1)
                .first()
                .satisfies(event -> assertThat(event.parts()).isEqualTo(payment.parts()));
    }

    @Test
    void aFailureIsToldAndASuccessAfterItStillCounts(AssertablePublishedEvents events) {
        Payment payment = begun();
        sandbox.tell(payment.id(), Wish.FAIL);
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.FAILED);
        assertThat(events.ofType(PaymentFailed.class)
                        .matching(event -> event.payment().equals(payment.id())))
                .hasSize(1);
        sandbox.tell(payment.id(), Wish.SUCCEED);
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
        sandbox.tell(payment.id(), Wish.FAIL);
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(events.ofType(PaymentSucceeded.class)
                        .matching(event -> event.payment().equals(payment.id())))
                .hasSize(1);
    }

    @Test
    void aSuccessAfterClosingIsRecordedAndTold(AssertablePublishedEvents events) {
        Payment payment = begun();
        payments.close(payment.id());
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.CLOSED);
        assertRefused(PaymentRule.PAYMENT_NOT_OPEN, () -> beginnings.begin(payment.id(), true, "127.0.0.1"));
        sandbox.tell(payment.id(), Wish.SUCCEED);
        assertThat(payments.get(payment.id()).succeeded()).isTrue();
        assertThat(events.ofType(PaymentSucceeded.class)
                        .matching(event -> event.payment().equals(payment.id())))
                .hasSize(1);
        payments.close(payment.id());
        assertThat(payments.get(payment.id()).succeeded()).isTrue();
    }

    @Test
    void whatRanOutOfTimeIsToldAndASuccessThatNobodyTellsIsFoundByAsking(AssertablePublishedEvents events) {
        Payment payment = begun();
        due(payment, "expires_at");
        reconciling.sweep();
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(events.ofType(PaymentFailed.class)
                        .matching(
                                event -> event.payment().equals(payment.id()) && event.state() == PaymentState.EXPIRED))
                .hasSize(1);
        sandbox.tell(payment.id(), Wish.SUCCEED_LATER);
        due(payment, "ask_at");
        reconciling.sweep();
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.EXPIRED);
        jdbc.sql("update payment.sandbox_order set due_at = now() - interval '1 second' where payment_id = :id")
                .param("id", payment.id().value())
                .update();
        due(payment, "ask_at");
        reconciling.sweep();
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(events.ofType(PaymentSucceeded.class)
                        .matching(event -> event.payment().equals(payment.id())))
                .hasSize(1);
    }

    private void due(Payment payment, String column) {
        jdbc.sql("update payment.payment set " + column + " = now() - interval '1 second' where id = :id")
                .param("id", payment.id().value())
                .update();
    }

    @Test
    void neverMoreGoesBackThanWasPaidForThatPart(AssertablePublishedEvents events) {
        assertRefused(PaymentRule.REFUND_BEFORE_PAID, () -> refund(begun(), 1));
        Payment payment = paid();
        assertRefused(PaymentRule.REFUND_NOT_POSITIVE, () -> refund(payment, 0));
        assertRefused(PaymentRule.REFUND_NOT_POSITIVE, () -> refund(payment, -6_800));
        assertRefused(PaymentRule.REFUND_EXCEEDS_PAID, () -> refund(payment, 6_801));
        assertRefused(PaymentRule.REFUND_EXCEEDS_PAID, () -> refund(payment, Long.MAX_VALUE));
        RefundId first = refund(payment, 6_000);
        assertRefused(PaymentRule.REFUND_EXCEEDS_PAID, () -> refund(payment, 801));
        assertRefused(PaymentRule.REFUND_EXCEEDS_PAID, () -> refund(payment, Long.MAX_VALUE));
        await().until(() -> only(payment).state() == RefundState.DONE);
        assertThat(events.ofType(PaymentRefunded.class)
                        .matching(event -> event.refund().equals(first)))
                .hasSize(1);
        refund(payment, 800);
        assertRefused(PaymentRule.REFUND_EXCEEDS_PAID, () -> refund(payment, 1));
        assertThatThrownBy(() -> payments.refund(
                        RefundId.next(), payment.id(), purse.other, purse.melons, new Money(1), "wrong county"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theSameRefundTwiceGoesBackOnce(AssertablePublishedEvents events) {
        Payment payment = paid();
        RefundId id = refund(payment, 500);
        payments.refund(id, payment.id(), purse.yizhou, purse.melons, new Money(500), "bruised, said again");
        await().until(() -> only(payment).state() == RefundState.DONE);
        reconciling.giveBack(only(payment));
        assertThat(events.ofType(PaymentRefunded.class)
                        .matching(event -> event.refund().equals(id)))
                .hasSize(1);
        assertRefused(
                PaymentRule.REFUND_ID_TAKEN,
                () -> payments.refund(id, payment.id(), purse.yizhou, purse.melons, new Money(501), "bruised"));
    }

    @Test
    void aRefundThatTheProviderRefusesCountsAsPaidAgain(AssertablePublishedEvents events) {
        Payment payment = paid();
        sandbox.refuseRefunds(payment.id(), true);
        RefundId failed = refund(payment, 6_800);
        await().until(() -> only(payment).state() == RefundState.FAILED);
        assertThat(events.ofType(RefundFailed.class)
                        .matching(event -> event.refund().equals(failed)))
                .hasSize(1);
        sandbox.refuseRefunds(payment.id(), false);
        refund(payment, 6_800);
        await().until(() -> payments.refunds(payment.id()).getLast().state() == RefundState.DONE);
    }

    @Test
    void cashIsTakenAndHandedBackByPeople(AssertablePublishedEvents events) {
        Payment payment = payments.open(purse.cart("cash"));
        var courier = Purse.actor(Right.MOVE_GOODS);
        assertThatThrownBy(() -> payments.collected(Purse.actor(), payment.id(), payment.total()))
                .isInstanceOf(Denied.class);
        assertRefused(
                PaymentRule.PAYMENT_AMOUNT_DIFFERS, () -> payments.collected(courier, payment.id(), new Money(9_999)));
        assertRefused(PaymentRule.PAYMENT_NOT_CASH, () -> payments.collected(courier, begun().id(), payment.total()));
        payments.collected(courier, payment.id(), payment.total());
        payments.collected(courier, payment.id(), payment.total());
        assertThat(events.ofType(PaymentSucceeded.class)
                        .matching(event -> event.payment().equals(payment.id())))
                .hasSize(1);
        RefundId id = refund(payment, 100);
        await().until(() -> only(payment).state() == RefundState.UNDER_WAY);
        assertThatThrownBy(() -> payments.handedBack(Purse.actor(Right.SELL), id))
                .as("a seller whose sale it is not")
                .isInstanceOf(NotFound.class);
        payments.handedBack(Purse.actor(Right.KEEP_BOOKS), id);
        payments.handedBack(Purse.actor(Right.KEEP_BOOKS), id);
        assertThat(only(payment).state()).isEqualTo(RefundState.DONE);
        assertThat(events.ofType(PaymentRefunded.class)
                        .matching(event -> event.refund().equals(id)))
                .hasSize(1);
    }

    @Test
    void anUnknownPaymentIsNotFound() {
        assertThatThrownBy(() -> payments.get(new PaymentId(UUID.randomUUID()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sandbox.tell(PaymentId.next(), Wish.SUCCEED)).isInstanceOf(NotFound.class);
    }
}
