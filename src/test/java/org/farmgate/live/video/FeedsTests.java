package org.farmgate.live.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Other tools send by a media server, of which the HTTP half stands here.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Filming.class)
class FeedsTests {
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    Filming filming;

    @Autowired
    Shows shows;

    @Autowired
    StreamKeys keys;

    @Autowired
    Feeds feeds;

    @Autowired
    Playlists playlists;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add(
                "farmgate.live.rtmp.hls-url",
                () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/hls/");
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/hls/", exchange -> {
                byte[] file = FILES.get(exchange.getRequestURI().getPath().substring("/hls/".length()));
                exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
                if (file != null) exchange.getResponseBody().write(file);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private MvcTestResult publish(String action, String name, String key) {
        return mvc.post()
                .uri("/live/rtmp/" + action)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .formField("call", action)
                .formField("name", name)
                .formField("key", key)
                .exchange();
    }

    private static void lists(StreamId stream, int first, String... files) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:")
                .append(first)
                .append("\n#EXT-X-MAP:URI=\"main-init.mp4\"\n");
        for (String file : files) text.append("#EXTINF:1.0,\n").append(file).append('\n');
        FILES.put(stream + "/main.m3u8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void offers(StreamId stream) {
        for (String file : new String[] {"main-init.mp4", "main-0.m4s", "main-1.m4s", "main-2.m4s", "main-3.m4s"})
            FILES.put(stream + "/" + file, Filming.file(file));
    }

    @Test
    void onlyTheShowsKeyOpensAndOnlyOnAir() {
        Actor host = filming.host();
        Show show = filming.planned(host);
        String key = keys.make(host, show.id()).replaceFirst(".*key=", "");
        String name = show.id().toString();
        assertThat(publish("publish", name, key)).hasStatus(409);
        shows.goLive(host, show.id());
        assertThat(publish("publish", name, key + "x")).hasStatus(403);
        assertThat(publish("publish", name, "")).hasStatus(403);
        assertThat(publish("publish", "nonsense", key)).hasStatus(403);
        String again = keys.make(host, show.id()).replaceFirst(".*key=", "");
        assertThat(publish("publish", name, key)).hasStatus(403);
        MvcTestResult taken = publish("publish", name, again);
        assertThat(taken).hasStatus(302);
        assertThat(taken.getResponse().getHeader("Location")).hasSize(36).doesNotContain(again);
        assertThat(publish("done", name, "x")).hasStatus(403);
        assertThat(publish("done", name, again)).hasStatus(204);
    }

    @Test
    void whatTheServerListsIsTakenOnceAndListedHere() {
        Actor host = filming.host();
        Show show = filming.onAir(host);
        StreamId stream =
                keys.begin(show.id().toString(), keys.make(host, show.id()).replaceFirst(".*key=", ""));
        offers(stream);
        lists(stream, 0, "main-0.m4s", "main-1.m4s");
        feeds.fetch();
        feeds.fetch();
        assertThat(list(show)).contains("main/0.m4s", "main/1.m4s").doesNotContain("main/2.m4s");
        // The process was away: what has left the server's list is missed, what follows is taken.
        lists(stream, 5, "main-2.m4s", "broken.m4s", "main-3.m4s");
        FILES.put(stream + "/broken.m4s", new byte[500]);
        feeds.fetch();
        assertThat(list(show))
                .contains("main/1.m4s", "main/5.m4s", "main/7.m4s")
                .doesNotContain("main/6.m4s");
        assertThat(keys.sending(show.id()).orElseThrow().trouble()).contains("video-malformed");
        shows.end(host, show.id());
        feeds.fetch();
        assertThat(keys.sending(show.id())).isEmpty();
    }

    @Test
    void filesElsewhereAreNotFetched() {
        for (String file : new String[] {"http://127.0.0.1/x", "../secret.m4s", "/etc/passwd", ".hidden"})
            refused(
                    VideoRule.VIDEO_MALFORMED,
                    () -> MediaServer.read("#EXTM3U\n#EXT-X-MAP:URI=\"i.mp4\"\n#EXTINF:1,\n" + file + "\n"));
        refused(VideoRule.VIDEO_MALFORMED, () -> MediaServer.read("<html>"));
    }

    private String list(Show show) {
        playlists.forget(show.id());
        return playlists.media(show.id(), Playlists.Mode.LIVE, Rendition.MAIN);
    }

    private static void refused(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
