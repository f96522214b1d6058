package org.farmgate.live.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.live.Studio;
import org.farmgate.live.ViewerId;
import org.farmgate.live.chat.ChatId;
import org.farmgate.live.web.ViewerCookie;
import org.farmgate.party.Erasures;
import org.farmgate.platform.Actor;
import org.farmgate.platform.security.Sessions;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The chat as viewers, the host and strangers meet it, over the real web server.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@JourneyTest
@Import({Cast.class, Stall.class, Studio.class})
@TestPropertySource(
        properties = {
            "farmgate.live.heartbeat=200ms",
            "farmgate.live.counted-per-address=3",
            "farmgate.live.streams-per-address=8"
        })
class ChatOverHttpTests {
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Studio studio;

    @Autowired
    Shows shows;

    @Autowired
    Sessions sessions;

    @Autowired
    ViewerCookie cookies;

    @Autowired
    Erasures erasures;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Show show;

    @BeforeEach
    void goOnAir() {
        show = studio.onAir(studio.planned());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    @Test
    void whatIsSaidReachesEverybodyAsWordsNeverAsMarkup() throws Exception {
        Tab tab = watch(new Browser());
        tab.await("chat-all", "messages");
        var guest = new Browser();
        HttpResponse<String> answer = guest.say("<b>sweet?</b> \u202eevil", "name", "Gao Yu", "question", "true");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(tab.await("chat", "sweet").data())
                .contains("\"name\":\"Gao Yu\"", "<b>sweet?</b> evil", "\"question\":true", "\"host\":false");
        assertThat(new Browser().say("no name").statusCode()).isEqualTo(201);
        assertThat(tab.await("chat", "no name").data()).containsPattern("\"name\":\"游客 \\d{4}\"");
        var host = new Browser(studio.host());
        assertThat(host.say("very sweet").statusCode()).isEqualTo(201);
        assertThat(tab.await("chat", "very sweet").data()).contains("Zhao Lin", "\"host\":true");
        Tab later = watch(new Browser());
        assertThat(later.await("chat-all", "sweet?").data()).contains("no name", "very sweet");
    }

    @Test
    void theSameMessageSentTwiceIsSaidOnce() throws Exception {
        var guest = new Browser();
        ChatId id = ChatId.next();
        Tab tab = watch(new Browser());
        assertThat(guest.say("once", "id", id.toString()).statusCode()).isEqualTo(201);
        untilNot429(() -> guest.say("once", "id", id.toString()));
        assertThat(untilNot429(() -> guest.say("twice", "id", id.toString()))).isEqualTo(409);
        assertThat(new Browser().say("once", "id", id.toString()).statusCode()).isEqualTo(409);
        new Browser().say("after");
        tab.await("chat", "after");
        assertThat(tab.all("chat")).hasSize(2);
    }

    @Test
    void withoutAScriptOneComesBackToThePage() throws Exception {
        HttpResponse<String> answer = new Browser().post("/chat", "text/html", "text", "plain");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/shows/" + show.id() + "#chat");
    }

    @Test
    void aFloodIsRefusedAndToldHowLongToWait() throws Exception {
        var flooder = new Browser();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) answers.add(flooder.say("flood " + i));
        List<HttpResponse<String>> refused =
                answers.stream().filter(one -> one.statusCode() == 429).toList();
        assertThat(refused).hasSizeGreaterThan(4).allSatisfy(one -> {
            assertThat(one.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
            assertThat(one.body()).contains("chat-too-fast");
        });
    }

    @Test
    void whoThrowsTheCookieAwayIsLimitedByTheirAddress() throws Exception {
        String address = "203.0.113." + ADDRESS.incrementAndGet();
        long taken = 0;
        for (int i = 0; i < 75; i++) {
            var fresh = new Browser();
            fresh.address = address;
            if (fresh.say("flood " + i).statusCode() == 201) taken++;
        }
        assertThat(taken).isBetween(60L, 70L);
    }

    @Test
    void inSlowModeOneWaitsAndTheHostDoesNot() throws Exception {
        shows.pace(studio.host(), show.id(), 60, 0);
        var guest = new Browser();
        assertThat(guest.say("first").statusCode()).isEqualTo(201);
        HttpResponse<String> second = guest.until("chat-too-fast", () -> guest.say("second"));
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.body()).contains("chat-slow");
        assertThat(second.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(40L, 60L);
        var host = new Browser(studio.host());
        assertThat(host.say("one").statusCode()).isEqualTo(201);
        assertThat(host.until("chat-too-fast", () -> host.say("two")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aDelayedMessageIsTheHostsAtOnceAndOthersNotBeforeItsTime() throws Exception {
        shows.pace(studio.host(), show.id(), 0, 3);
        Tab viewer = watch(new Browser());
        Tab desk = desk(studio.host());
        desk.await("chat-all", "messages");
        viewer.await("chat-all", "messages");
        var guest = new Browser();
        Instant before = Instant.now();
        long beforeNanos = System.nanoTime();
        guest.say("patience");
        guest.say("deleted", "id", ChatId.next().toString());
        Tab.Event atOnce = desk.await("chat", "patience");
        assertThat(Instant.parse(field(atOnce.data(), "shownAt"))).isAfter(before.plusSeconds(2));
        Tab.Event later = viewer.await("chat", "patience");
        assertThat(later.nanos() - beforeNanos).isGreaterThanOrEqualTo(2_990_000_000L);
        assertThat(later.nanos()).isGreaterThan(atOnce.nanos());
    }

    @Test
    void whatTheHostDeletesInTimeNobodyElseSees() throws Exception {
        shows.pace(studio.host(), show.id(), 0, 4);
        Tab viewer = watch(new Browser());
        Tab desk = desk(studio.host());
        viewer.await("chat-all", "messages");
        new Browser().say("rude");
        String id = field(desk.await("chat", "rude").data(), "id");
        var host = new Browser(studio.host());
        assertThat(host.post("/chat/" + id + "/deletion", "application/json").statusCode())
                .isEqualTo(204);
        desk.await("chat-gone", id);
        new Browser().say("polite");
        viewer.await("chat", "polite");
        assertThat(viewer.all("chat")).noneMatch(event -> event.data().contains("rude"));
        Tab late = watch(new Browser());
        assertThat(late.await("chat-all", "polite").data()).doesNotContain("rude");
    }

    @Test
    void whatIsDeletedLeavesEveryScreen() throws Exception {
        Tab viewer = watch(new Browser());
        new Browser().say("spam");
        String id = field(viewer.await("chat", "spam").data(), "id");
        new Browser(studio.host()).post("/chat/" + id + "/deletion", "application/json");
        viewer.await("chat-gone", id);
        assertThat(watch(new Browser()).await("chat-all", "messages").data()).doesNotContain("spam");
    }

    @Test
    void whoIsMutedIsToldAndRefusedAndOthersAreNot() throws Exception {
        var loud = new Browser();
        Tab own = watch(loud);
        Tab other = watch(new Browser());
        loud.say("loud");
        String id = field(other.await("chat", "loud").data(), "id");
        var host = new Browser(studio.host());
        assertThat(host.post("/chat/" + id + "/muting", "application/json").statusCode())
                .isEqualTo(204);
        own.await("muted", "true");
        HttpResponse<String> refused = loud.until("chat-too-fast", () -> loud.say("louder"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("chat-muted");
        assertThat(other.all("muted")).isEmpty();
        var neighbour = new Browser();
        assertThat(neighbour.say("still here").statusCode()).isEqualTo(201);

        var renamed = new Browser();
        renamed.address = loud.address;
        assertThat(renamed.say("back with a new cookie").statusCode()).isEqualTo(403);

        host.post("/chat/" + id + "/unmuting", "application/json");
        own.awaitLast("muted", data -> data.contains("false"));
        assertThat(loud.until("chat-too-fast", () -> loud.say("thanks")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void strangersKeepNoOrder() throws Exception {
        Tab viewer = watch(new Browser());
        new Browser().say("mine");
        String id = field(viewer.await("chat", "mine").data(), "id");
        var stranger = new Browser(cast.otherManager());
        for (String deed : List.of("deletion", "muting", "unmuting", "answer"))
            assertThat(stranger.post("/chat/" + id + "/" + deed, "application/json")
                            .statusCode())
                    .as(deed)
                    .isEqualTo(404);
        assertThat(stranger.post("/chat/pace", "application/json", "slowSeconds", "120", "delaySeconds", "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tab.open(port, "/shows/" + show.id() + "/desk/events", "Cookie", stranger.cookie())
                        .status())
                .isEqualTo(404);
        assertThat(viewer.all("chat-gone")).isEmpty();
        assertThat(shows.get(show.id()).slowSeconds()).isZero();
    }

    @Test
    void nobodyWritesUnderTheHostsNameOrAfterTheEnd() throws Exception {
        assertThat(new Browser().say("hello", "name", "zhao  LIN").body()).contains("chat-name-taken");
        shows.end(studio.host(), show.id());
        assertThat(new Browser().say("late").body()).contains("chat-closed");
    }

    @Test
    void questionsAreTheHostsUntilTheyAreAnswered() throws Exception {
        Tab desk = desk(studio.host());
        new Browser().say("how sweet?", "question", "true");
        String id = field(desk.await("chat", "how sweet?").data(), "id");
        new Browser(studio.host()).post("/chat/" + id + "/answer", "application/json");
        desk.await("chat-answered", id);
    }

    @Test
    void whoIsForgottenHasSaidItAsAGuest() throws Exception {
        Actor person = cast.grower(cast.manager(), "Chatty Person", "chatty");
        new Browser(person).say("I was here");
        assertThat(String.valueOf(erasures.export(cast.admin(), person.person()).get("chat")))
                .contains("I was here");
        erasures.erase(cast.admin(), person.person());
        Tab late = watch(new Browser());
        assertThat(late.await("chat-all", "messages").data()).doesNotContain("Chatty Person");
        assertThat(String.valueOf(erasures.export(cast.admin(), person.person()).get("chat")))
                .doesNotContain("I was here");
    }

    private interface Saying {
        HttpResponse<String> run() throws Exception;
    }

    private static int untilNot429(Saying saying) throws Exception {
        HttpResponse<String> answer = saying.run();
        while (answer.statusCode() == 429) answer = saying.run();
        return answer.statusCode();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String session(Actor actor) {
        var secret = sessions.open(actor.account());
        if (!actor.organisation().equals(actor.person())) sessions.actFor(secret, actor, actor.organisation());
        return secret.text();
    }

    private Tab watch(Browser browser) throws IOException, InterruptedException {
        Tab tab = Tab.open(port, "/shows/" + show.id() + "/events", "Cookie", browser.viewer);
        open.add(tab);
        return tab;
    }

    private Tab desk(Actor host) throws Exception {
        Tab tab = Tab.open(port, "/shows/" + show.id() + "/desk/events", "Cookie", new Browser(host).cookie());
        open.add(tab);
        return tab;
    }

    /// One browser with its cookies, at an address of its own.
    private final class Browser {
        private final HttpClient client = HttpClient.newHttpClient();
        private final String viewer;
        private final String cookieLine;
        private final String proof;
        private String address;

        /// A guest's.
        Browser() throws IOException, InterruptedException {
            this("");
        }

        Browser(Actor actor) throws IOException, InterruptedException {
            this("; farmgate_session=" + session(actor));
        }

        private Browser(String session) throws IOException, InterruptedException {
            int number = ADDRESS.incrementAndGet();
            address = "198.18." + number / 250 + "." + (number % 250 + 1);
            viewer = "viewer=" + cookies.text(ViewerId.next());
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(home("/sign-in"))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher hidden = PROOF.matcher(page.body());
            assertThat(hidden.find()).isTrue();
            String token = page.headers().allValues("Set-Cookie").stream()
                    .filter(one -> one.startsWith("XSRF-TOKEN="))
                    .map(one -> one.split(";")[0])
                    .findFirst()
                    .orElseThrow();
            proof = hidden.group(1);
            cookieLine = viewer + session + "; " + token;
            open.add(client);
        }

        String cookie() {
            return cookieLine;
        }

        HttpResponse<String> say(String text, String... fields) throws IOException, InterruptedException {
            String[] all = new String[fields.length + 2];
            all[0] = "text";
            all[1] = text;
            System.arraycopy(fields, 0, all, 2, fields.length);
            return post("/chat", "application/json", all);
        }

        HttpResponse<String> until(String not, Saying saying) throws Exception {
            HttpResponse<String> answer = saying.run();
            while (answer.body().contains(not)) answer = saying.run();
            return answer;
        }

        HttpResponse<String> post(String path, String accept, String... fields)
                throws IOException, InterruptedException {
            String body = IntStream.range(0, fields.length / 2)
                    .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                    .reduce("_csrf=" + proof, (all, one) -> all + "&" + one);
            return client.send(
                    HttpRequest.newBuilder(home("/shows/" + show.id() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", accept)
                            .header("Cookie", cookieLine)
                            .header("X-Forwarded-For", address)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI home(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
