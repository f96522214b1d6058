package org.farmgate.payment.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Samples;
import org.farmgate.payment.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WechatTests {
    private final WechatStandIn standIn = new WechatStandIn();
    private final WechatLetters letters = standIn.letters;
    private final Clock clock = Clock.systemUTC();
    private final Wechat wechat = wechat(standIn.settings());
    private final Payment payment = Samples.payment("wechat", PaymentState.OPEN);
    private final String number = Numbers.of(payment.id().value());
    private final String transaction = "42" + number.substring(0, 10);
    private final Beginning desk = new Beginning(false, "203.0.113.7");

    private Wechat wechat(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return new Wechat(environment, JsonMapper.builder().build(), clock);
    }

    private JsonNode order() {
        return Objects.requireNonNull(standIn.orders.get(number));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void itIsOnOnlyWithAllItsKeys() {
        assertThat(wechat.isOn()).isTrue();
        assertThat(wechat(Map.of()).isOn()).isFalse();
        for (String key : standIn.settings().keySet()) {
            Map<String, String> fewer = new HashMap<>(standIn.settings());
            fewer.remove(key);
            assertThat(wechat(fewer).isOn()).as(key).isEqualTo(key.endsWith("wechat.url"));
        }
    }

    @Test
    void aCodeOrALinkIsAskedForUnderOurSignature() {
        assertThat(wechat.begin(payment, desk)).isEqualTo(new Way.Qr("weixin://wxpay/bizpayurl?pr=p4lpSuKzz"));
        JsonNode order = order();
        assertThat(order.path("amount").path("total").asLong()).isEqualTo(10_000);
        assertThat(order.path("notify_url").asString()).isEqualTo("https://farmgate.example/payments/callbacks/wechat");
        assertThat(order.path("time_expire").asString()).endsWith("+08:00");
        assertThat(wechat.begin(payment, new Beginning(true, "203.0.113.7")))
                .isInstanceOfSatisfying(
                        Way.Redirect.class,
                        way -> assertThat(way.url())
                                .startsWith("https://wx.tenpay.com/")
                                .endsWith("&redirect_url=https%3A%2F%2Ffarmgate.example%2Fpay%2F" + payment.key()));
        assertThat(order().path("scene_info").path("payer_client_ip").asString())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void itTellsHowAPaymentStands() {
        assertThat(wechat.ask(payment)).isInstanceOf(Standing.Waiting.class);
        wechat.begin(payment, desk);
        assertThat(wechat.ask(payment)).isInstanceOf(Standing.Waiting.class);
        standIn.states.put(number, "SUCCESS");
        assertThat(wechat.ask(payment))
                .isEqualTo(new Standing.Paid(new Money(10_000), transaction, Instant.parse("2026-11-25T02:34:56Z")));
        standIn.states.put(number, "CLOSED");
        assertThat(wechat.ask(payment)).isInstanceOf(Standing.Over.class);
        standIn.states.put(number, "PAYERROR");
        assertThat(wechat.ask(payment)).isInstanceOf(Standing.Failed.class);
        wechat.close(payment);
        assertThat(standIn.asked.getLast()).endsWith("/" + number + "/close");
    }

    @Test
    void anAnswerThatSomebodyElseSignedIsNoAnswer() {
        wechat.begin(payment, desk);
        standIn.states.put(number, "SUCCESS");
        standIn.forges = true;
        assertThatThrownBy(() -> wechat.ask(payment)).isInstanceOf(ProviderSilent.class);
        standIn.forges = false;
        standIn.broken = true;
        assertThatThrownBy(() -> wechat.ask(payment)).isInstanceOf(ProviderSilent.class);
        assertThatThrownBy(() -> wechat.begin(payment, desk)).isInstanceOf(ProviderSilent.class);
        standIn.close();
        assertThatThrownBy(() -> wechat.ask(payment)).isInstanceOf(ProviderSilent.class);
        assertThatThrownBy(() -> wechat.close(payment)).isInstanceOf(ProviderSilent.class);
    }

    @Test
    void refundsAreDoneUnderWayRefusedOrTriedAgain() {
        var refund = Samples.refund(payment, 3_200);
        String refundNumber = Numbers.of(refund.id().value());
        assertThat(wechat.refund(payment, refund)).isEqualTo(new Returning.Done("R" + refundNumber));
        assertThat(standIn.refunds).containsEntry(refundNumber, "3200");
        standIn.refundAnswer = "PROCESSING";
        assertThat(wechat.refund(payment, refund)).isInstanceOf(Returning.UnderWay.class);
        standIn.refundAnswer = "CLOSED";
        assertThat(wechat.refund(payment, refund)).isInstanceOf(Returning.Refused.class);
        standIn.refundAnswer = "INVALID_REQUEST";
        assertThat(wechat.refund(payment, refund)).isInstanceOf(Returning.Refused.class);
        for (String passing : List.of("NOT_ENOUGH", "FREQUENCY_LIMITED", "SYSTEM_ERROR")) {
            standIn.refundAnswer = passing;
            assertThatThrownBy(() -> wechat.refund(payment, refund)).isInstanceOf(ProviderSilent.class);
        }
    }

    @Test
    void aTrueCallbackIsRead() {
        assertThat(wechat.read(letters.paid(number, 10_000, clock.instant())))
                .isEqualTo(new Told.Paid(
                        payment.id(), new Money(10_000), transaction, Instant.parse("2026-11-25T02:34:56Z")));
        assertThat(wechat.read(letters.refunded(number, 500, "SUCCESS", clock.instant())))
                .isInstanceOf(Told.Refunded.class);
        assertThat(wechat.read(letters.refunded(number, 500, "CLOSED", clock.instant())))
                .isInstanceOf(Told.RefundRefused.class);
        assertThat(wechat.read(letters.refunded(number, 500, "ABNORMAL", clock.instant())))
                .isInstanceOf(Told.OnTheWay.class);
        assertThat(wechat.read(letters.sealed("COUPON.USE", "coupon", "{}", clock.instant())))
                .isInstanceOf(Told.OnTheWay.class);
    }

    @Test
    void everySignedLetterCounts() {
        Callback told = letters.paid(number, 10_000, clock.instant());
        for (String header :
                List.of("wechatpay-timestamp", "wechatpay-nonce", "wechatpay-signature", "wechatpay-serial")) {
            String was = told.header(header);
            for (String changed : List.of("", "1" + was, (was.charAt(0) == '2' ? '3' : '2') + was.substring(1))) {
                Map<String, String> headers = new HashMap<>(told.headers());
                headers.put(header, changed);
                assertRefused(new Callback(headers, Map.of(), told.body()));
            }
            Map<String, String> without = new HashMap<>(told.headers());
            without.remove(header);
            assertRefused(new Callback(without, Map.of(), told.body()));
        }
        for (int at = 0; at < told.body().length(); at++) {
            String body = told.body().substring(0, at)
                    + (told.body().charAt(at) == 'a' ? 'b' : 'a')
                    + told.body().substring(at + 1);
            assertRefused(new Callback(told.headers(), Map.of(), body));
        }
        assertRefused(new Callback(told.headers(), Map.of(), ""));
        assertRefused(new Callback(told.headers(), Map.of(), told.body() + " "));
        assertRefused(new Callback(Map.of(), Map.of(), "{}"));
    }

    private void assertRefused(Callback callback) {
        assertThatThrownBy(() -> wechat.read(callback)).isInstanceOf(CallbackRefused.class);
    }

    @Test
    void whatIsOldMeantForAnotherOrNotOursIsRefused() {
        assertRefused(letters.paid(number, 10_000, clock.instant().minus(Duration.ofMinutes(6))));
        assertRefused(letters.paid(number, 10_000, clock.instant().plus(Duration.ofMinutes(6))));
        assertRefused(letters.paid("not-one-of-ours", 10_000, clock.instant()));
        String matter = letters.transaction(number, "SUCCESS", 10_000);
        for (String other : List.of(
                matter.replace(WechatStandIn.MERCHANT, "1900000002"),
                matter.replace(WechatStandIn.APPLICATION, "wx9"),
                matter.replace("\"CNY\"", "\"USD\""),
                matter.replace("\"amount\"", "\"nothing\""),
                "null",
                "[]")) assertRefused(letters.sealed("TRANSACTION.SUCCESS", "transaction", other, clock.instant()));
        try (var other = new WechatStandIn()) {
            assertRefused(other.letters.paid(number, 10_000, clock.instant()));
        }
    }
}
