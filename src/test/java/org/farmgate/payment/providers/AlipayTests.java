package org.farmgate.payment.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Samples;
import org.farmgate.payment.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AlipayTests {
    private final AlipayStandIn standIn = new AlipayStandIn();
    private final Clock clock = Clock.systemUTC();
    private final Alipay alipay = alipay(standIn.settings());
    private final Payment payment = Samples.payment("alipay", PaymentState.OPEN);
    private final String number = Numbers.of(payment.id().value());

    private Alipay alipay(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return new Alipay(environment, clock);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void itIsOnOnlyWithAllItsKeys() {
        assertThat(alipay.isOn()).isTrue();
        assertThat(alipay(Map.of()).isOn()).isFalse();
        for (String key : standIn.settings().keySet()) {
            Map<String, String> fewer = new HashMap<>(standIn.settings());
            fewer.remove(key);
            assertThat(alipay(fewer).isOn())
                    .as(key)
                    .isEqualTo(key.endsWith("alipay.url") || key.endsWith(".seller-id"));
        }
    }

    @Test
    void thePayerIsSentToItsCashierUnderOurSignature() {
        for (boolean phone : List.of(true, false)) {
            Way way = alipay.begin(payment, new Beginning(phone, "203.0.113.7"));
            assertThat(way).isInstanceOf(Way.Redirect.class);
            URI address = URI.create(((Way.Redirect) way).url());
            Map<String, String> fields = AlipayStandIn.fields(address.getRawQuery());
            assertThat(standIn.isSigned(fields)).isTrue();
            assertThat(fields)
                    .containsEntry("method", phone ? "alipay.trade.wap.pay" : "alipay.trade.page.pay")
                    .containsEntry("notify_url", "https://farmgate.example/payments/callbacks/alipay")
                    .containsEntry("return_url", "https://farmgate.example" + payment.path());
            assertThat(fields.get("biz_content")).contains(number, "\"100.00\"");
        }
    }

    /// Loading its library switches the JVM's list of weak certificate algorithms off; ours stays on.
    @Test
    void itsLibraryDoesNotWeakenTheRestOfTheProgram() {
        alipay.begin(payment, new Beginning(true, "203.0.113.7"));
        assertThat(Security.getProperty("jdk.certpath.disabledAlgorithms")).contains("MD2");
    }

    @Test
    void itTellsHowAPaymentStands() {
        assertThat(alipay.ask(payment)).isInstanceOf(Standing.Waiting.class);
        standIn.amounts.put(number, "100.00");
        standIn.states.put(number, "WAIT_BUYER_PAY");
        assertThat(alipay.ask(payment)).isInstanceOf(Standing.Waiting.class);
        standIn.states.put(number, "TRADE_SUCCESS");
        assertThat(alipay.ask(payment)).isInstanceOfSatisfying(Standing.Paid.class, paid -> {
            assertThat(paid.amount()).isEqualTo(new Money(10_000));
            assertThat(paid.transaction()).isEqualTo("2026" + number);
            assertThat(paid.at()).isEqualTo(Instant.parse("2026-11-25T02:34:56Z"));
        });
        standIn.states.put(number, "TRADE_CLOSED");
        assertThat(alipay.ask(payment)).isInstanceOf(Standing.Over.class);
        alipay.close(payment);
        assertThat(standIn.asked).last().isEqualTo("alipay.trade.close");
    }

    @Test
    void anAnswerThatSomebodyElseSignedIsNoAnswer() {
        standIn.amounts.put(number, "100.00");
        standIn.states.put(number, "TRADE_SUCCESS");
        standIn.forges = true;
        assertThatThrownBy(() -> alipay.ask(payment)).isInstanceOf(ProviderSilent.class);
        standIn.forges = false;
        standIn.broken = true;
        assertThatThrownBy(() -> alipay.ask(payment)).isInstanceOf(ProviderSilent.class);
        standIn.close();
        assertThatThrownBy(() -> alipay.ask(payment)).isInstanceOf(ProviderSilent.class);
    }

    @Test
    void refundsAreDoneRefusedOrTriedAgain() {
        var refund = Samples.refund(payment, 3_200);
        assertThat(alipay.refund(payment, refund)).isEqualTo(new Returning.Done("2026" + number));
        standIn.refundAnswer = "REPEATED";
        assertThat(alipay.refund(payment, refund)).isEqualTo(new Returning.Done("2026" + number));
        standIn.refundAnswer = "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
        assertThat(alipay.refund(payment, refund)).isInstanceOf(Returning.Refused.class);
        for (String passing : List.of("ACQ.SYSTEM_ERROR", "ACQ.SELLER_BALANCE_NOT_ENOUGH", "isp.unknow-error")) {
            standIn.refundAnswer = passing;
            assertThatThrownBy(() -> alipay.refund(payment, refund)).isInstanceOf(ProviderSilent.class);
        }
    }

    @Test
    void aTrueCallbackIsRead() {
        assertThat(alipay.read(standIn.told(number, "TRADE_SUCCESS", "100.00", clock.instant())))
                .isEqualTo(new Told.Paid(
                        payment.id(), new Money(10_000), "2026" + number, Instant.parse("2026-11-25T02:34:56Z")));
        assertThat(alipay.read(standIn.told(number, "TRADE_CLOSED", "100.00", clock.instant())))
                .isInstanceOf(Told.Failed.class);
        assertThat(alipay.read(standIn.told(number, "WAIT_BUYER_PAY", "100.00", clock.instant())))
                .isInstanceOf(Told.OnTheWay.class);
        // Its retries go on for 25 hours.
        Instant yesterday = clock.instant().minus(Duration.ofHours(25));
        assertThat(alipay.read(standIn.told(number, "TRADE_SUCCESS", "100.00", yesterday)))
                .isInstanceOf(Told.Paid.class);
    }

    @Test
    void everySignedFieldCounts() {
        Callback told = standIn.told(number, "TRADE_SUCCESS", "100.00", clock.instant());
        for (String field : told.fields().keySet()) {
            // The kind of signature is not signed, and not asked for either.
            if (field.equals("sign_type")) continue;
            for (String changed : List.of("", "1" + told.field(field))) {
                Map<String, String> fields = new HashMap<>(told.fields());
                fields.put(field, changed);
                assertRefused(new Callback(Map.of(), fields, ""));
            }
            Map<String, String> without = new HashMap<>(told.fields());
            without.remove(field);
            assertRefused(new Callback(Map.of(), without, ""));
        }
        Map<String, String> more = new HashMap<>(told.fields());
        more.put("refund_fee", "100.00");
        assertRefused(new Callback(Map.of(), more, ""));
        assertRefused(new Callback(Map.of(), Map.of(), ""));
        Map<String, String> weaker = new HashMap<>(told.fields());
        weaker.put("sign_type", "RSA");
        assertThat(alipay.read(new Callback(Map.of(), weaker, ""))).isInstanceOf(Told.Paid.class);
    }

    private void assertRefused(Callback callback) {
        assertThatThrownBy(() -> alipay.read(callback)).isInstanceOf(CallbackRefused.class);
    }

    @Test
    void whatIsOldMeantForAnotherOrNotOursIsRefused() {
        Instant now = clock.instant();
        assertRefused(standIn.told(number, "TRADE_SUCCESS", "100.00", now.minus(Duration.ofHours(27))));
        assertRefused(standIn.told(number, "TRADE_SUCCESS", "100.00", now.plus(Duration.ofHours(1))));
        assertRefused(standIn.told("T-1", "TRADE_SUCCESS", "100.00", now));
        assertRefused(standIn.told(number, "TRADE_SUCCESS", "1e2", now));
        for (var other : Map.of(
                        "farmgate.alipay.app-id", "2021000000000002", "farmgate.alipay.seller-id", "2088000000000002")
                .entrySet()) {
            Map<String, String> settings = new HashMap<>(standIn.settings());
            settings.put(other.getKey(), other.getValue());
            assertThatThrownBy(() -> alipay(settings).read(standIn.told(number, "TRADE_SUCCESS", "100.00", now)))
                    .isInstanceOf(CallbackRefused.class);
        }
    }
}
