package org.farmgate.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.payment.Beginnings;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.PaymentSucceeded;
import org.farmgate.payment.Payments;
import org.farmgate.payment.Purse;
import org.farmgate.payment.Way;
import org.farmgate.payment.providers.AlipayStandIn;
import org.farmgate.payment.providers.Callback;
import org.farmgate.payment.providers.WechatStandIn;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Callbacks as they come in over HTTP, in an application of its own that has both providers' keys.
@WholeAppTest
@RecordApplicationEvents
class CallbackApiTests {
    private static final WechatStandIn WECHAT = new WechatStandIn();
    private static final AlipayStandIn ALIPAY = new AlipayStandIn();

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        WECHAT.settings().forEach((name, value) -> registry.add(name, () -> value));
        ALIPAY.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Payments payments;

    @Autowired
    private Beginnings beginnings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final Purse purse = new Purse();

    private static String number(PaymentId id) {
        return id.toString().replace("-", "");
    }

    private MvcTestResult wechat(Callback callback) {
        var request = mvc.post()
                .uri("/payments/callbacks/wechat")
                .contentType(MediaType.APPLICATION_JSON)
                .content(callback.body());
        callback.headers().forEach(request::header);
        return request.exchange();
    }

    private MvcTestResult alipay(Callback callback) {
        var request = mvc.post().uri("/payments/callbacks/alipay").contentType(MediaType.APPLICATION_FORM_URLENCODED);
        callback.fields().forEach(request::param);
        return request.exchange();
    }

    private Payment begun(String provider) {
        Payment payment = payments.open(purse.cart(provider));
        return beginnings.begin(payment.id(), false, "203.0.113.7");
    }

    private Callback told(Payment payment, long fen) {
        return WECHAT.letters.paid(number(payment.id()), fen, clock.instant());
    }

    private PaymentState state(Payment payment) {
        return payments.get(payment.id()).state();
    }

    @Test
    void aPaymentIsPaidByTheCallbackAloneAndOnlyOnce(ApplicationEvents events) {
        Payment payment = begun("wechat");
        assertThat(payment.way().orElseThrow()).isInstanceOf(Way.Qr.class);
        Callback told = told(payment, 10_000);
        assertThat(wechat(told)).hasStatusOk().bodyText().isEqualTo("{\"code\":\"SUCCESS\"}");
        assertThat(wechat(told)).hasStatusOk();
        assertThat(wechat(told(payment, 10_000))).hasStatusOk();
        assertThat(state(payment)).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(events.stream(PaymentSucceeded.class)
                        .filter(event -> event.payment().equals(payment.id())))
                .hasSize(1);
    }

    @Test
    void anotherAmountChangesNothing() {
        Payment payment = begun("wechat");
        for (long fen : List.of(1L, 9_999L, 10_001L, 0L)) {
            assertThat(wechat(told(payment, fen))).hasStatus(422).bodyText().contains("\"code\":\"FAIL\"");
            assertThat(state(payment)).isEqualTo(PaymentState.OPEN);
        }
        assertThat(jdbc.sql("select count(*) from payment.notice where payment_id = :id and outcome = 'AMOUNT_DIFFERS'")
                        .param("id", payment.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(wechat(told(payment, 10_000))).hasStatusOk();
        assertThat(wechat(told(payment, 5_000))).hasStatus(422);
        assertThat(state(payment)).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void whatIsNotSignedOrTooOldChangesNothing() {
        Payment payment = begun("wechat");
        Instant old = clock.instant().minus(Duration.ofMinutes(6));
        assertThat(wechat(WECHAT.letters.paid(number(payment.id()), 10_000, old)))
                .hasStatus(401);
        Callback told = told(payment, 10_000);
        assertThat(wechat(new Callback(told.headers(), told.fields(), told.body() + " ")))
                .hasStatus(401);
        assertThat(wechat(new Callback(java.util.Map.of(), java.util.Map.of(), "{}")))
                .hasStatus(401);
        assertThat(wechat(new Callback(java.util.Map.of(), java.util.Map.of(), "")))
                .hasStatus(401);
        assertThat(wechat(new Callback(told.headers(), told.fields(), "x".repeat(70_000))))
                .hasStatus(413);
        assertThat(state(payment)).isEqualTo(PaymentState.OPEN);
        assertThat(jdbc.sql("select count(*) from payment.notice where payment_id = :id")
                        .param("id", payment.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnknownPaymentOrProviderIsNotFound() {
        assertThat(wechat(WECHAT.letters.paid(number(PaymentId.next()), 10_000, clock.instant())))
                .hasStatus(404)
                .bodyText()
                .contains("FAIL");
        assertThat(mvc.post().uri("/payments/callbacks/nobody").content("{}").exchange())
                .hasStatus(404);
        assertThat(mvc.post().uri("/payments/callbacks/cash").content("{}").exchange())
                .hasStatus(401);
        Payment atAnother = begun("alipay");
        assertThat(wechat(told(atAnother, 10_000))).hasStatus(404);
        assertThat(state(atAnother)).isEqualTo(PaymentState.OPEN);
    }

    @Test
    void itMayComeLateAndOutOfOrder() {
        Payment payment = begun("alipay");
        String number = number(payment.id());
        payments.close(payment.id());
        assertThat(alipay(ALIPAY.told(number, "TRADE_SUCCESS", "100.00", clock.instant())))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("success");
        assertThat(alipay(ALIPAY.told(number, "WAIT_BUYER_PAY", "100.00", clock.instant())))
                .hasStatusOk();
        assertThat(alipay(ALIPAY.told(number, "TRADE_CLOSED", "100.00", clock.instant())))
                .hasStatusOk();
        assertThat(state(payment)).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(alipay(ALIPAY.told(number, "TRADE_SUCCESS", "1.00", clock.instant())))
                .hasStatus(422)
                .bodyText()
                .isEqualTo("fail");
    }

    @Test
    void manyAtOnceAreOneSuccess(ApplicationEvents events) throws Exception {
        Payment payment = begun("wechat");
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callback told = told(payment, 10_000);
                running.add(threads.submit(() -> {
                    start.await();
                    return wechat(told).getResponse().getStatus();
                }));
            }
            start.countDown();
            for (Future<Integer> one : running) assertThat(one.get()).isEqualTo(200);
        }
        assertThat(jdbc.sql("select outcome, count(*) from payment.notice where payment_id = :id group by 1 order by 1")
                        .param("id", payment.id().value())
                        .query((row, index) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("REPEATED 7", "TAKEN 1");
    }
}
