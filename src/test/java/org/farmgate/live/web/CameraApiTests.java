package org.farmgate.live.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.live.video.Filming;
import org.farmgate.live.video.StreamId;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What cameras send, over HTTP: taken once, in order, from the host alone, while the show is on
/// air; and what is refused leaves the show as it was.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Filming.class)
class CameraApiTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    Filming filming;

    @Autowired
    Shows shows;

    private Actor host;
    private Show show;
    private final StreamId stream = StreamId.next();

    @BeforeEach
    void onAir() {
        host = filming.host();
        show = filming.onAir(host);
    }

    private MvcTestResult put(Actor who, ShowId id, String tail, byte[] body) {
        return mvc.put()
                .uri("/shows/" + id + tail)
                .accept(MediaType.APPLICATION_JSON)
                .contentType("video/mp4")
                .content(body)
                .with(cast.signedInAs(who))
                .exchange();
    }

    private MvcTestResult init(StreamId id) {
        return put(host, show.id(), "/streams/" + id + "/main/init", Filming.file("main-init.mp4"));
    }

    private MvcTestResult piece(StreamId id, int n, byte[] body) {
        return put(host, show.id(), "/streams/" + id + "/main/segments/" + n, body);
    }

    private MvcTestResult get(String tail) {
        return mvc.get().uri(show.path() + tail).exchange();
    }

    private static void refused(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private String playlist() throws Exception {
        return get("/hls/main.m3u8").getResponse().getContentAsString();
    }

    @Test
    void whatIsSentIsListedAndServedToEverybody() throws Exception {
        assertThat(get("/hls/main.m3u8")).hasStatus(404);
        assertThat(init(stream)).hasStatus(204);
        assertThat(piece(stream, 0, Filming.file("main-0.m4s"))).hasStatus(204);
        assertThat(playlist()).contains("#EXTINF:1.036,", stream + "/main/0.m4s");
        MvcTestResult served = get("/hls/" + stream + "/main/0.m4s");
        assertThat(served).hasStatusOk().hasContentType("video/mp4");
        assertThat(served).headers().hasValue("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(served.getResponse().getContentAsByteArray()).isEqualTo(Filming.file("main-0.m4s"));
        assertThat(served.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(get("/hls/" + stream + "/main/init.mp4").getResponse().getContentAsByteArray())
                .isEqualTo(Filming.file("main-init.mp4"));
        assertThat(get("/hls/" + stream + "/main/1.m4s")).hasStatus(404);
        assertThat(get("/hls/" + stream + "/main/-1.m4s")).hasStatus(404);
    }

    @Test
    void theSameAgainIsOnceAndAnotherInItsPlaceIsRefused() throws Exception {
        init(stream);
        assertThat(init(stream)).hasStatus(204);
        piece(stream, 0, Filming.file("main-0.m4s"));
        String before = playlist();
        assertThat(piece(stream, 0, Filming.file("main-0.m4s"))).hasStatus(204);
        refused(piece(stream, 0, Filming.file("main-1.m4s")), 409, "video-differs");
        refused(piece(stream, 2, Filming.file("main-2.m4s")), 409, "video-out-of-order");
        assertThat(playlist()).isEqualTo(before);
        assertThat(piece(stream, 1, Filming.file("main-1.m4s"))).hasStatus(204);
    }

    @Test
    void anotherCameraTakesOver() {
        var other = StreamId.next();
        init(stream);
        piece(stream, 0, Filming.file("main-0.m4s"));
        init(other);
        refused(piece(stream, 1, Filming.file("main-1.m4s")), 409, "video-superseded");
        assertThat(piece(other, 0, Filming.file("main-0.m4s"))).hasStatus(204);
    }

    @Test
    void whatIsBrokenOrTooLargeIsRefusedWithTheReasonAndTheShowGoesOn() throws Exception {
        init(stream);
        piece(stream, 0, Filming.file("main-0.m4s"));
        String before = playlist();
        byte[] cut = java.util.Arrays.copyOf(Filming.file("main-1.m4s"), 900);
        MvcTestResult broken = piece(stream, 1, cut);
        refused(broken, 422, "video-malformed");
        assertThat(broken.getResponse().getContentAsString()).contains("box-size");
        refused(piece(stream, 1, new byte[0]), 422, "video-malformed");
        refused(piece(stream, 1, new byte[4 * 1024 * 1024 + 1]), 413, "video-too-large");
        refused(
                put(host, show.id(), "/streams/" + StreamId.next() + "/main/init", new byte[70_000]),
                413,
                "video-too-large");
        assertThat(piece(stream, -1, Filming.file("main-1.m4s"))).hasStatus(409);
        assertThat(piece(StreamId.next(), 0, Filming.file("main-0.m4s"))).hasStatus(404);
        assertThat(playlist()).isEqualTo(before);
        assertThat(piece(stream, 1, Filming.file("main-1.m4s"))).hasStatus(204);
    }

    @Test
    void onlyTheHostSendsAndOnlyOnAir() {
        init(stream);
        String address = "/streams/" + stream + "/main/segments/0";
        assertThat(put(cast.buyer(), show.id(), address, Filming.file("main-0.m4s")))
                .hasStatus(404);
        assertThat(put(cast.otherManager(), show.id(), address, Filming.file("main-0.m4s")))
                .hasStatus(404);
        assertThat(put(host, ShowId.next(), address, Filming.file("main-0.m4s")))
                .hasStatus(404);
        shows.end(host, show.id());
        refused(piece(stream, 0, Filming.file("main-0.m4s")), 409, "video-show-not-live");
        Show planned = filming.planned(host);
        refused(
                put(host, planned.id(), "/streams/" + stream + "/main/init", Filming.file("main-init.mp4")),
                409,
                "video-show-not-live");
    }

    @Test
    void theStillIsTheNewestJpegOfASaneSize() throws Exception {
        assertThat(get("/still.jpg")).hasStatus(404);
        assertThat(put(host, show.id(), "/still", jpeg(320, 180))).hasStatus(204);
        byte[] second = jpeg(640, 360);
        assertThat(put(host, show.id(), "/still", second)).hasStatus(204);
        refused(put(host, show.id(), "/still", jpeg(8, 8)), 422, "video-not-a-still");
        refused(put(host, show.id(), "/still", Filming.file("main-0.m4s")), 422, "video-not-a-still");
        refused(put(host, show.id(), "/still", new byte[200 * 1024 + 1]), 413, "video-too-large");
        assertThat(get("/still.jpg").getResponse().getContentAsByteArray()).isEqualTo(second);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
