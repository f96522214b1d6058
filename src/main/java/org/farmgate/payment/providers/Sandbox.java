package org.farmgate.payment.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.farmgate.measure.Money;
import org.farmgate.payment.Payment;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.Refund;
import org.farmgate.payment.Way;
import org.farmgate.payment.providers.SandboxStore.SandboxOrder;
import org.farmgate.platform.web.DemoNotice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider to play with: no money moves. The payer says on a page of ours what it shall do, and it then calls back
/// as the real ones do, signed with a key of its own that lives as long as the process. It is there only while the demo
/// county is shown on somebody's own machine.
@Component
@Order(1)
class Sandbox implements Provider {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SandboxStore store;
    private final DemoNotice demo;
    private final boolean forTests;
    private final JsonMapper json;
    private final Clock clock;
    private final byte[] key = new byte[32];

    Sandbox(
            SandboxStore store,
            DemoNotice demo,
            @Value("${farmgate.payment.sandbox:}") String forTests,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.demo = demo;
        this.forTests = forTests.equals("on");
        this.json = json;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    @Override
    public boolean isOn() {
        return forTests || demo.isShown();
    }

    @Override
    public String code() {
        return "sandbox";
    }

    @Override
    public Way begin(Payment payment, Beginning beginning) {
        store.open(payment.id(), payment.total());
        return new Way.Page("/pay/sandbox/" + payment.key());
    }

    /// A callback as the sandbox sends it.
    Callback send(Map<String, String> what) {
        String body = json.writeValueAsString(what);
        String at = String.valueOf(clock.instant().getEpochSecond());
        return new Callback(Map.of("sandbox-timestamp", at, "sandbox-signature", sign(at, body)), Map.of(), body);
    }

    @Override
    public Told read(Callback callback) {
        String at = callback.header("sandbox-timestamp");
        byte[] expected = sign(at, callback.body()).getBytes(StandardCharsets.US_ASCII);
        byte[] given = callback.header("sandbox-signature").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) throw new CallbackRefused("wrong signature");
        Instant sent = Instant.ofEpochSecond(Long.parseLong(at));
        if (Duration.between(sent, clock.instant()).abs().compareTo(FRESH) > 0)
            throw new CallbackRefused("sent at " + sent);
        return told(callback.body());
    }

    private Told told(String body) {
        try {
            JsonNode said = json.readTree(body);
            var payment = new PaymentId(UUID.fromString(said.path("payment").asString("")));
            var amount = new Money(Long.parseLong(said.path("amount").asString("")));
            return switch (said.path("word").asString("")) {
                case "PAID" ->
                    new Told.Paid(
                            payment,
                            amount,
                            said.path("transaction").asString(""),
                            Instant.parse(said.path("at").asString("")));
                case "REFUSED" -> new Told.Failed(payment, amount, "refused in the sandbox");
                default -> new Told.OnTheWay(said.path("word").asString(""));
            };
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException unread) {
            throw new CallbackRefused("unreadable", unread);
        }
    }

    private String sign(String at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((at + "\n" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Reply reply(boolean taken, String problem) {
        return new Reply("text/plain", taken ? "thank you" : problem);
    }

    @Override
    public Standing ask(Payment payment) {
        SandboxOrder order = store.find(payment.id()).orElse(null);
        if (order == null) return new Standing.Over();
        boolean due = order.dueAt().map(at -> !at.isAfter(clock.instant())).orElse(false);
        if (!due) return new Standing.Waiting();
        return switch (order.word()) {
            case "PAID" ->
                new Standing.Paid(
                        order.amount(),
                        order.transaction().orElseThrow(),
                        order.dueAt().orElseThrow());
            case "REFUSED" -> new Standing.Failed("refused in the sandbox");
            default -> new Standing.Waiting();
        };
    }

    @Override
    public Returning refund(Payment payment, Refund refund) {
        boolean refuses =
                store.find(payment.id()).map(SandboxOrder::refusesRefunds).orElse(false);
        return refuses ? new Returning.Refused("refused in the sandbox") : new Returning.Done("sandbox-" + refund.id());
    }

    /// As with the real ones, who pays at that very moment still pays.
    @Override
    public void close(Payment payment) {}
}
