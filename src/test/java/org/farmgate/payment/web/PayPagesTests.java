package org.farmgate.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.payment.Beginnings;
import org.farmgate.payment.NewPayment;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.PaymentPart;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Payments;
import org.farmgate.payment.RefundId;
import org.farmgate.payment.RefundState;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Paying as people do it, without JavaScript, in three languages; and what officers see of it.
@WholeAppTest
class PayPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Cast cast;

    @Autowired
    private Payments payments;

    @Autowired
    private Beginnings beginnings;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    private final UUID order = UUID.randomUUID();

    private Payment open(String provider) {
        return payments.open(new NewPayment(
                PaymentId.next(),
                List.of(new PaymentPart(
                        cast.county(),
                        "order",
                        order,
                        new Money(6_800),
                        Optional.of(cast.manager().organisation()))),
                provider,
                "Box of melons <b>&",
                Optional.empty(),
                "/orders/1"));
    }

    private MvcTestResult get(String path, String language) {
        return mvc.get().uri(path + "?lang=" + language).exchange();
    }

    private MvcTestResult send(String path, String... fields) {
        var request = mvc.post().uri(path).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private void assertShows(String path, String key, Object... arguments) {
        for (String language : List.of("en", "zh", "ug"))
            assertThat(get(path, language))
                    .hasStatusOk()
                    .bodyText()
                    .contains(messages.getMessage(key, arguments, Locale.forLanguageTag(language)))
                    .doesNotContain("<b>&", "http-equiv=\"refresh\" content=\"0\"");
    }

    @Test
    void aGuestPaysInTheSandbox() {
        Payment payment = open("sandbox");
        assertShows(payment.path(), "payment.sandbox.note");
        assertThat(get(payment.path(), "en"))
                .headers()
                .hasValue("Cache-Control", "no-store")
                .hasValue("X-Robots-Tag", "noindex");
        String sandbox = "/pay/sandbox/" + payment.key();
        assertThat(get(sandbox, "en")).hasStatus(404);
        assertThat(send(payment.path() + "/beginning"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(sandbox);
        assertShows(sandbox, "payment.sandbox.wish.SUCCEED_TWICE");
        assertShows(payment.path(), "payment.pay.wait");
        assertThat(get(payment.path(), "en"))
                .bodyText()
                .contains("every 2s", "<noscript><meta http-equiv=\"refresh\" content=\"5\">");
        assertThat(send(sandbox + "/wish", "wish", "SUCCEED_TWICE"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(payment.path());
        assertShows(payment.path(), "payment.pay.done");
        assertThat(get(payment.path(), "en")).bodyText().contains("/orders/1").doesNotContain("every 2s");
        assertThat(send(payment.path() + "/beginning")).hasStatus(409);
    }

    @Test
    void eachEndIsToldInWords() {
        Payment refused = open("sandbox");
        send(refused.path() + "/beginning");
        send("/pay/sandbox/" + refused.key() + "/wish", "wish", "FAIL");
        assertShows(refused.path(), "payment.pay.ended.FAILED");
        Payment closed = open("sandbox");
        payments.close(closed.id());
        assertShows(closed.path(), "payment.pay.ended.CLOSED");
        Payment late = open("sandbox");
        jdbc.sql("update payment.payment set expires_at = opened_at + interval '1 microsecond' where id = :id")
                .param("id", late.id().value())
                .update();
        assertShows(late.path(), "payment.pay.ended.EXPIRED");
        assertThat(send(late.path() + "/beginning")).hasStatus(409);
        assertThat(get(open("cash").path(), "ug")).hasStatusOk().bodyText().contains("dir=\"rtl\"");
        assertThat(get("/pay/" + PaymentId.next(), "en")).hasStatus(404);
        assertThat(get("/pay/" + refused.id(), "en"))
                .as("the number that officers see")
                .hasStatus(404);
        assertThat(get("/pay/sandbox/" + refused.id(), "en")).hasStatus(404);
        assertThat(get("/pay/not-an-id", "en")).hasStatus(404);
    }

    @Test
    void nobodyMayTellTheSandboxNonsense() {
        Payment payment = open("sandbox");
        send(payment.path() + "/beginning");
        String sandbox = "/pay/sandbox/" + payment.key();
        assertThat(send(sandbox + "/wish", "wish", "MILLION")).hasStatus(422);
        assertThat(send(sandbox + "/wish")).hasStatus(422);
        assertThat(mvc.post().uri(sandbox + "/wish").param("wish", "SUCCEED").exchange())
                .hasStatus(403);
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.OPEN);
    }

    private MvcTestResult as(Actor actor, String path) {
        return mvc.get()
                .uri(path)
                .with(cast.signedInAs(actor))
                .param("lang", "en")
                .exchange();
    }

    private MvcTestResult sendAs(Actor actor, String path) {
        return mvc.post().uri(path).with(cast.signedInAs(actor)).exchange();
    }

    @Test
    void officersSeeTheirOwnAndNobodyElses() {
        Payment payment = open("cash");
        String page = "/payments/" + payment.id();
        for (Actor may : List.of(cast.admin(), cast.officer(), cast.manager(), cast.viewer())) {
            assertThat(as(may, page))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Box of melons &lt;b")
                    .doesNotContain(payment.key().toString(), payment.returnPath());
            assertThat(as(may, "/payments"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(payment.id().toString());
        }
        assertThat(as(cast.viewer(), page)).bodyText().doesNotContain("/collection");
        for (Actor mayNot : List.of(cast.otherManager(), cast.buyer(), cast.aygul())) {
            assertThat(as(mayNot, page)).hasStatus(404);
            assertThat(as(mayNot, "/payments"))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(payment.id().toString());
        }
        assertThat(sendAs(cast.otherManager(), page + "/collection")).hasStatus(404);
        assertThat(sendAs(cast.viewer(), page + "/collection")).hasStatus(403);
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.OPEN);
    }

    @Test
    void cashIsTakenAndHandedBackOnThePage() {
        Payment payment = open("cash");
        String page = "/payments/" + payment.id();
        assertThat(sendAs(cast.manager(), page + "/collection")).hasStatus(303);
        assertThat(payments.get(payment.id()).succeeded()).isTrue();
        RefundId refund = RefundId.next();
        payments.refund(refund, payment.id(), cast.county(), order, new Money(100), "bruised melon");
        org.awaitility.Awaitility.await()
                .until(() -> payments.refunds(payment.id()).getFirst().state() == RefundState.UNDER_WAY);
        assertThat(as(cast.manager(), page)).bodyText().contains("handing-back");
        assertThat(as(cast.manager(), "/refunds?state=UNDER_WAY&q=bruised"))
                .bodyText()
                .contains("bruised melon");
        assertThat(sendAs(cast.otherManager(), page + "/refunds/" + refund + "/handing-back"))
                .hasStatus(404);
        assertThat(sendAs(cast.manager(), page + "/refunds/" + refund + "/handing-back"))
                .hasStatus(303);
        assertThat(payments.refunds(payment.id()).getFirst().state()).isEqualTo(RefundState.DONE);
        for (String language : List.of("en", "zh", "ug"))
            for (String path : List.of("/payments", "/refunds", page))
                assertThat(mvc.get()
                                .uri(path)
                                .with(cast.signedInAs(cast.manager()))
                                .param("lang", language)
                                .exchange())
                        .hasStatusOk();
    }
}
