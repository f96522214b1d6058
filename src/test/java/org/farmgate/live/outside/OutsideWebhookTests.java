package org.farmgate.live.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.farmgate.platform.RequestSignature;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What another platform's program sends, to the byte.
@WholeAppTest
@Import({Stall.class, OutsideStand.class})
class OutsideWebhookTests {
    @Autowired
    Cast cast;

    @Autowired
    OutsideStand stand;

    @Autowired
    OutsideChannels channels;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    private static String order(String number, String code, String quantity) {
        return """
                {"number":"%s","name":"Gao Yu","telephone":"13800000001","address":"12 Garden Street",\
                "region":"990101","lines":[{"code":"%s","quantity":%s,"paidFen":6500}]}""".formatted(number, code, quantity);
    }

    private static String orders(String... orders) {
        return "{\"orders\":[" + String.join(",", orders) + "]}";
    }

    private String now() {
        return String.valueOf(clock.instant().getEpochSecond());
    }

    private MvcTestResult send(String channel, String what, String body, String time, String signature) {
        return mvc.post()
                .uri("/api/v1/outside/" + channel + "/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .header("X-Farmgate-Timestamp", time)
                .header("X-Farmgate-Signature", signature)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private MvcTestResult send(OutsideChannels.Made to, String what, String body) {
        String time = now();
        String signature = RequestSignature.of(to.secret().orElseThrow(), time, body.getBytes(StandardCharsets.UTF_8));
        return send(to.channel().id().toString(), what, body, time, signature);
    }

    @Test
    void eachOrderIsAnsweredAtOnceAndSendingItAgainChangesNothing() {
        OutsideChannels.Made made = stand.channel();
        Listing melons = stand.melons(made.channel(), 3);
        String body = orders(order("A-1", "MELON", "2"), order("A-2", "MELON", "2"), order("A-3", "PEAR", "1"));
        String time = now();
        String signature =
                RequestSignature.of(made.secret().orElseThrow(), time, body.getBytes(StandardCharsets.UTF_8));
        String first = "";
        for (int i = 0; i < 2; i++) {
            MvcTestResult result = send(made.channel().id().toString(), "orders", body, time, signature);
            assertThat(result).hasStatusOk();
            assertThat(result).bodyJson().extractingPath("$.orders[0].state").isEqualTo("taken");
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.orders[1].refusal.code")
                    .isEqualTo("not-enough-left");
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.orders[1].refusal.left")
                    .isEqualTo(1);
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.orders[1].refusal.status")
                    .isEqualTo(409);
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.orders[2].refusal.code")
                    .isEqualTo("outside-code-unknown");
            String text = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            if (i > 0) assertThat(text).isEqualTo(first);
            first = text;
        }
        assertThat(stand.left(melons)).isEqualTo(1);
        MvcTestResult changed = send(made, "orders", orders(order("A-1", "MELON", "1")));
        assertThat(changed)
                .bodyJson()
                .extractingPath("$.orders[0].refusal.code")
                .isEqualTo("order-key-reused");
        assertThat(changed)
                .bodyJson()
                .extractingPath("$.orders[0].refusal.status")
                .isEqualTo(409);
        MvcTestResult cancelled =
                send(made, "cancellations", "{\"cancellations\":[{\"number\":\"A-1\",\"reason\":\"late\"}]}");
        assertThat(cancelled).bodyJson().extractingPath("$.orders[0].state").isEqualTo("cancelled");
        assertThat(stand.left(melons)).isEqualTo(3);
        // Caught on the way and sent once more: what was cancelled stays so.
        assertThat(send(made.channel().id().toString(), "orders", body, time, signature))
                .bodyJson()
                .extractingPath("$.orders[0].refusal.code")
                .isEqualTo("outside-order-cancelled");
        assertThat(stand.left(melons)).isEqualTo(3);
    }

    @Test
    void whatIsNotSignedAsItWasSentIsRefusedAndTellsNobodyWhichChannelsThereAre() {
        OutsideChannels.Made made = stand.channel();
        OutsideChannels.Made other = stand.channel();
        Listing melons = stand.melons(made.channel(), 3);
        String id = made.channel().id().toString();
        String body = orders(order("A-1", "MELON", "1"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String time = now();
        String right = RequestSignature.of(made.secret().orElseThrow(), time, bytes);
        String later = String.valueOf(Long.parseLong(time) + 1);
        List<MvcTestResult> wrong = List.of(
                send(
                        id,
                        "orders",
                        body,
                        time,
                        RequestSignature.of(other.secret().orElseThrow(), time, bytes)),
                send(id, "orders", body.replace("\"quantity\":1", "\"quantity\":2"), time, right),
                send(id, "orders", body + " ", time, right),
                send(id, "orders", body, later, right),
                send(id, "orders", body, time, right.substring(3)),
                send(id, "orders", body, time, right.substring(0, right.length() - 1)),
                send(id, "orders", body, time, ""),
                send(other.channel().id().toString(), "orders", body, time, right),
                send(OutsideChannelId.next().toString(), "orders", body, time, right),
                send("nothing", "orders", body, time, right),
                send(id, "cancellations", body, time, ""));
        for (MvcTestResult result : wrong) {
            assertThat(result).hasStatus(401);
            assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("outside-signature-wrong");
        }
        assertThat(stand.left(melons)).isEqualTo(3);
        channels.renew(cast.manager(), made.channel().id());
        assertThat(send(id, "orders", body, time, right))
                .as("the secret before")
                .hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource({"-301", "301", "-86400"})
    void whatIsNotOfNowIsRefusedThoughItIsSigned(long seconds) {
        OutsideChannels.Made made = stand.channel();
        Listing melons = stand.melons(made.channel(), 3);
        String body = orders(order("A-1", "MELON", "1"));
        // A second or two may pass until it is looked at, which brings the future nearer.
        String time = String.valueOf(clock.instant().getEpochSecond() + seconds + (seconds > 0 ? 60 : 0));
        String signature =
                RequestSignature.of(made.secret().orElseThrow(), time, body.getBytes(StandardCharsets.UTF_8));
        MvcTestResult result = send(made.channel().id().toString(), "orders", body, time, signature);
        assertThat(result).hasStatus(401);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("outside-clock-apart");
        assertThat(stand.left(melons)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "quantity":1   | "quantity":0    | 422 | orders[1].lines[0].quantity
            "quantity":1   | "quantity":1.5  | 400 | orders[1].lines[0].quantity
            "quantity":1   | "quantity":"x"  | 400 | orders[1].lines[0].quantity
            "paidFen":6500 | "paidFen":-1    | 422 | orders[1].lines[0].paidFen
            "code":"MELON" | "code":null     | 422 | orders[1].lines[0].code
            "13800000001"  | "call me"       | 422 | orders[1].telephone
            "name":        | "nome":         | 422 | orders[1].name
            "B-2"          | "B-1"           | 422 | orders[1].number
            """)
    void aRequestThatCannotBeReadTakesNothingAndNamesThePlace(String good, String bad, int status, String place) {
        OutsideChannels.Made made = stand.channel();
        Listing melons = stand.melons(made.channel(), 3);
        MvcTestResult result = send(
                made,
                "orders",
                orders(order("B-1", "MELON", "1"), order("B-2", "MELON", "1").replace(good, bad)));
        assertThat(result).hasStatus(status);
        assertThat(result).bodyJson().extractingPath("$.errors[0].field").isEqualTo(place);
        assertThat(stand.left(melons)).isEqualTo(3);
    }

    @Test
    void tooMuchIsRefusedAndAClosedChannelSaysSo() {
        OutsideChannels.Made made = stand.channel();
        Listing melons = stand.melons(made.channel(), 200);
        String many = orders(IntStream.range(0, 101)
                .mapToObj(i -> order("M-" + i, "MELON", "1"))
                .collect(Collectors.joining(",")));
        assertThat(send(made, "orders", many)).hasStatus(422);
        assertThat(send(made, "orders", orders("\"" + "x".repeat(256 * 1024) + "\"")))
                .hasStatus(413);
        for (String broken : List.of("", "null", "[]", "{", "{}", "{\"orders\":[null]}", "{\"orders\":[]}"))
            assertThat(send(made, "orders", broken).getResponse().getStatus())
                    .as(broken)
                    .isIn(400, 422);
        assertThat(stand.left(melons)).isEqualTo(200);
        channels.turn(cast.manager(), made.channel().id(), OutsideChannel.State.CLOSED);
        MvcTestResult closed = send(made, "orders", orders(order("C-1", "MELON", "1")));
        assertThat(closed).hasStatus(409);
        assertThat(closed).bodyJson().extractingPath("$.code").isEqualTo("outside-channel-closed");
    }

    /// The figures of docs/howto/outside-channels.md, which openssl gives too.
    @Test
    void theExampleOfTheDocsIsRight() {
        assertThat(RequestSignature.of(
                        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                        "1816070400",
                        "{\"orders\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1=2954a62c0ebba35d5ad799a3c2e79f3cd8f5bcfad91515ae273db42409e792d1");
    }
}
