package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.live.video.Filming;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.Languages;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// A host films with a browser, a viewer watches in another: what is seen really moves, it is not
/// far behind, and neither a lost network nor another camera ends the show.
@JourneyTest
@Import({Cast.class, Filming.class})
class LiveVideoJourney {
    /// What the issue allows between the camera and the eye.
    private static final double MOST_SECONDS = 6;

    private static final String SENDING = "document.querySelector('[data-camera]').dataset.state === 'sending'";

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Filming filming;

    @Autowired
    Shows shows;

    @Test
    void whatTheCameraSeesIsSeenElsewhereAndAgainLater() {
        Actor host = filming.host("hostess");
        Show show = filming.onAir(host);
        try (Browser browser = Browser.open();
                Visitor films = visitor(browser, Languages.UYGHUR);
                Visitor watches = visitor(browser, Languages.CHINESE)) {
            films.signIn("hostess", Cast.PASSWORD);
            films.open(show.path() + "/camera");
            films.press("live.video.preview");
            films.sees("live.video.camera.ready");
            films.press("live.video.start");
            until(films.page(), SENDING);
            long began = System.nanoTime();
            watches.open(show.path() + "/player");
            Page viewer = watches.page();
            until(viewer, "document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames > 5");
            report("first frames after ms", (System.nanoTime() - began) / 1_000_000);
            moves(viewer, 8);
            assertThat(delays(viewer, 10)).as("seconds behind the camera").allMatch(delay -> delay <= MOST_SECONDS);
            films.look("camera");
            watches.look("player");

            outOfReach(films);
            moves(viewer, 6);
            until(viewer, "Number(document.querySelector('[data-player]').dataset.delay) <= 6");
            report("behind again", delays(viewer, 3));

            films.press("live.video.turn");
            until(films.page(), SENDING);
            double seen = at(viewer);
            until(
                    viewer,
                    "(at => Number(document.querySelector('[data-player]').dataset.at) > at + 8000)(" + seen + ")");
            assertThat(text(viewer, show.path() + "/hls/main.m3u8")).contains("#EXT-X-DISCONTINUITY\n");

            watches.press("live.video.mode.sound");
            until(viewer, "document.querySelector('[data-player]').dataset.modeNow === 'sound'");
            moves(viewer, 4);
            watches.press("live.video.mode.still");
            until(viewer, "document.querySelector('[data-player] img').naturalWidth > 100");
            watches.look("still");
            watches.press("live.video.mode.picture");
            moves(viewer, 3);

            films.press("live.video.stop");
            films.sees("live.video.camera.stopped");
            shows.end(host, show.id());
            until(viewer, "document.querySelector('[data-player]').dataset.state === 'over'");
            again(watches, show);
        }
    }

    /// The network is away for some seconds: the camera keeps what it films, says so, and sends it afterwards.
    private static void outOfReach(Visitor films) {
        films.page().context().setOffline(true);
        until(
                films.page(),
                "document.querySelector('[data-camera]').dataset.state === 'waiting' &&"
                        + " parseInt(document.querySelector('[data-says]').textContent.match(/\\d+/)) >= 6");
        films.look("camera-out-of-reach");
        films.page().context().setOffline(false);
        until(films.page(), SENDING);
    }

    /// From the beginning, with the moments at which it was filmed.
    private void again(Visitor watches, Show show) {
        watches.open(show.path() + "/player");
        Page viewer = watches.page();
        moves(viewer, 4);
        Number begun = (Number) viewer.evaluate("Number(document.querySelector('[data-player]').dataset.at)");
        Show over = shows.get(show.id());
        assertThat(begun.longValue())
                .isBetween(
                        over.liveAt().orElseThrow().toEpochMilli(),
                        over.endedAt().orElseThrow().toEpochMilli());
        assertThat(viewer.evaluate("document.querySelector('video').duration > 20"))
                .isEqualTo(true);
        watches.look("replay");
    }

    /// So many seconds are really played, and frames are really decoded where there is a picture.
    private static void moves(Page viewer, int seconds) {
        until(viewer, "document.querySelector('[data-player]').dataset.at");
        double from = at(viewer);
        until(viewer, "Number(document.querySelector('[data-player]').dataset.at) >= " + (from + seconds * 1000));
        assertThat(viewer.evaluate("document.querySelector('video').paused")).isEqualTo(false);
    }

    /// Asked from outside: the page's own policy lets nobody else's functions in.
    private static void until(Page page, String condition) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(" + condition + ")")));
    }

    private static double at(Page viewer) {
        return ((Number) viewer.evaluate("Number(document.querySelector('[data-player]').dataset.at)")).doubleValue();
    }

    /// One each time the player has looked anew.
    private static List<Double> delays(Page viewer, int many) {
        List<Double> delays = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            double at = at(viewer);
            until(viewer, "(at => Number(document.querySelector('[data-player]').dataset.at) !== at)(" + at + ")");
            delays.add(((Number) viewer.evaluate("Number(document.querySelector('[data-player]').dataset.delay)"))
                    .doubleValue());
        }
        report("seconds behind", delays);
        return delays;
    }

    private static String text(Page page, String path) {
        return (String) page.evaluate("path => fetch(path).then(answer => answer.text())", path);
    }

    private static void report(String what, Object figure) {
        System.out.println("live video: " + what + ": " + figure);
    }

    private Visitor visitor(Browser browser, Locale locale) {
        return new Visitor(
                browser, "http://localhost:" + port, messages, locale, "live-video-" + locale.toLanguageTag());
    }
}
