package org.farmgate.live.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The documented media server itself, where Debian's nginx with its RTMP module and ffmpeg are there; else left out.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@JourneyTest
@Import({Cast.class, Filming.class})
class MediaServerJourney {
    private static final Path CONFIGURATION = Path.of("docs/howto/media-server/nginx.conf");
    private static final int RTMP = freePort();
    private static final int HLS = freePort();

    private static final List<Process> RUNNING = new ArrayList<>();

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Filming filming;

    @Autowired
    Shows shows;

    @Autowired
    StreamKeys keys;

    @Autowired
    Playlists playlists;

    @Autowired
    Stills stills;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("farmgate.live.rtmp.hls-url", () -> "http://127.0.0.1:" + HLS + "/hls");
    }

    @AfterAll
    static void stop() {
        RUNNING.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }

    @Test
    void whatAnotherToolSendsIsListedLikeABrowsers() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so"))
                        && Files.isExecutable(Path.of("/usr/bin/ffmpeg")),
                "nginx with its RTMP module and ffmpeg");
        Actor host = filming.host();
        Show show = filming.onAir(host);
        run("nginx", "-c", configuration().toString(), "-g", "daemon off;");
        Process refused = sends(show.id() + "?key=wrong");
        assertThat(refused.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keys.sending(show.id())).isEmpty();
        Process sends = sends(keys.make(host, show.id()));
        until(() -> list(show, Rendition.MAIN).contains("main/6.m4s"));
        assertThat(list(show, Rendition.SOUND)).contains("#EXTINF:");
        assertThat(playlists.master(show.id(), Playlists.Mode.LIVE)).contains("mp4a.40.2", "640x360");
        assertThat(keys.sending(show.id()).orElseThrow().trouble()).isEmpty();
        until(() -> {
            try {
                return stills.read(stills.get(show.id())).length > 1_000;
            } catch (org.farmgate.platform.NotFound _) {
                return false;
            }
        });
        watches(show);
        sends.destroy();
        until(() -> keys.sending(show.id()).isEmpty());
        shows.end(host, show.id());
        assertThat(playlists.has(show.id(), Playlists.Mode.REPLAY)).isTrue();
    }

    /// The same page plays it.
    private void watches(Show show) {
        try (Browser browser = Browser.open()) {
            Page page = browser.playwright().newContext().newPage();
            page.navigate("http://localhost:" + port + show.path() + "/player");
            page.waitForCondition(() -> Boolean.TRUE.equals(
                    page.evaluate("document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames > 60")));
            System.out.println("media server: seconds behind its arrival here: "
                    + page.evaluate("document.querySelector('[data-player]').dataset.delay"));
        }
    }

    /// Ours in the documents, in another place and on other ports.
    private Path configuration() throws IOException {
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        folder.toFile().setWritable(true, false);
        Path push = Files.copy(Path.of("docs/howto/media-server/push"), folder.resolve("push"));
        push.toFile().setExecutable(true, false);
        push.toFile().setReadable(true, false);
        String text = Files.readString(CONFIGURATION)
                .replace("127.0.0.1:8088", "127.0.0.1:" + HLS)
                .replace("127.0.0.1:1935", "127.0.0.1:" + RTMP)
                .replace("listen 1935", "listen 127.0.0.1:" + RTMP)
                .replace("127.0.0.1:8080", "127.0.0.1:" + port)
                .replace("/etc/farmgate-live", folder.toString())
                .replace("/var/lib/farmgate-live", folder.toString())
                .replace("/run/farmgate-live.pid", folder.resolve("nginx.pid").toString())
                .replace(
                        "/var/log/nginx/farmgate-live.log",
                        folder.resolve("error.log").toString());
        return Files.writeString(folder.resolve("nginx.conf"), text);
    }

    private static Process sends(String key) throws IOException {
        return run(("ffmpeg -nostdin -loglevel error -re -f lavfi -i testsrc=size=640x360:rate=25 -f lavfi"
                        + " -i sine=frequency=440 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p -c:a aac"
                        + " -t 60 -f flv rtmp://127.0.0.1:" + RTMP + "/live/" + key)
                .split(" "));
    }

    private static Process run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        RUNNING.add(process);
        return process;
    }

    private String list(Show show, Rendition rendition) {
        try {
            return playlists.media(show.id(), Playlists.Mode.LIVE, rendition);
        } catch (org.farmgate.platform.NotFound _) {
            return "";
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
