package org.farmgate.live.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.PlaylistType;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import java.util.List;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.live.video.Playlists.Mode;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Playlists, read by somebody else's strict parser.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Filming.class)
class PlaylistTests {
    private static final MediaPlaylistParser PARSER = new MediaPlaylistParser(ParsingMode.STRICT);

    @Autowired
    Cast cast;

    @Autowired
    Filming filming;

    @Autowired
    Shows shows;

    @Autowired
    Streams streams;

    @Autowired
    Playlists playlists;

    private void film(Actor host, Show show, StreamId stream, int pieces) {
        streams.open(host, show.id(), stream, Rendition.MAIN, Filming.file("main-init.mp4"));
        for (int n = 0; n < pieces; n++)
            streams.append(host, show.id(), stream, Rendition.MAIN, n, Filming.file("main-" + Math.min(n, 3) + ".m4s"));
    }

    private MediaPlaylist media(Show show, Mode mode) throws Exception {
        return PARSER.readPlaylist(playlists.media(show.id(), mode, Rendition.MAIN));
    }

    @Test
    void aLiveListSlidesAndCountsWhatHasLeftIt() throws Exception {
        Actor host = filming.host();
        Show show = filming.onAir(host);
        var first = StreamId.next();
        var second = StreamId.next();
        film(host, show, first, 4);
        MediaPlaylist early = media(show, Mode.LIVE);
        assertThat(early.mediaSequence()).isZero();
        assertThat(early.version()).hasValue(7);
        assertThat(early.ongoing()).isTrue();
        assertThat(early.mediaSegments()).hasSize(4);
        assertThat(early.mediaSegments().getFirst().segmentMap().orElseThrow().uri())
                .endsWith("/init.mp4");
        assertThat(early.mediaSegments().getFirst().programDateTime()).isPresent();

        film(host, show, second, 40);
        MediaPlaylist later = media(show, Mode.LIVE);
        assertThat(later.targetDuration()).isEqualTo(early.targetDuration());
        assertThat(later.mediaSequence()).isEqualTo(44 - later.mediaSegments().size());
        assertThat(seconds(later)).isBetween(30.0, 31.5);
        assertThat(later.discontinuitySequence()).isEqualTo(1);
        assertThat(later.mediaSegments()).noneMatch(MediaSegment::discontinuity);
        assertThat(later.mediaSegments())
                .allSatisfy(
                        piece -> assertThat(Math.round(piece.duration())).isLessThanOrEqualTo(later.targetDuration()));
        assertThat(later.mediaSegments().getLast().uri()).endsWith(second + "/main/39.m4s");
    }

    @Test
    void anotherCameraIsADiscontinuityWithABeginningOfItsOwn() throws Exception {
        Actor host = filming.host();
        Show show = filming.onAir(host);
        film(host, show, StreamId.next(), 3);
        film(host, show, StreamId.next(), 2);
        List<MediaSegment> pieces = media(show, Mode.LIVE).mediaSegments();
        assertThat(pieces).extracting(MediaSegment::discontinuity).containsExactly(false, false, false, true, false);
        assertThat(pieces.get(3).segmentMap().orElseThrow().uri())
                .isNotEqualTo(pieces.get(0).segmentMap().orElseThrow().uri());
        assertThat(pieces.get(3).programDateTime()).isPresent();
    }

    @Test
    void afterTheEndTheLiveListIsClosedAndTheWholeCanBeReplayed() throws Exception {
        Actor host = filming.host();
        Show show = filming.onAir(host);
        film(host, show, StreamId.next(), 40);
        assertThat(playlists.has(show.id(), Mode.REPLAY)).isFalse();
        shows.end(host, show.id());
        playlists.forget(show.id());
        MediaPlaylist live = media(show, Mode.LIVE);
        assertThat(live.ongoing()).isFalse();
        assertThat(live.mediaSequence()).isPositive();
        MediaPlaylist replay = media(show, Mode.REPLAY);
        assertThat(replay.ongoing()).isFalse();
        assertThat(replay.playlistType()).isEqualTo(Optional.of(PlaylistType.VOD));
        assertThat(replay.mediaSegments()).hasSize(40);
        assertThat(replay.mediaSequence()).isZero();
    }

    @Test
    void theMasterNamesWhatThereIs() throws Exception {
        Actor host = filming.host();
        Show show = filming.onAir(host);
        var stream = StreamId.next();
        film(host, show, stream, 2);
        streams.open(host, show.id(), stream, Rendition.SOUND, Filming.file("sound-init.mp4"));
        streams.append(host, show.id(), stream, Rendition.SOUND, 0, Filming.file("sound-0.m4s"));
        playlists.forget(show.id());
        MasterPlaylist master =
                new MasterPlaylistParser(ParsingMode.STRICT).readPlaylist(playlists.master(show.id(), Mode.LIVE));
        assertThat(master.variants()).hasSize(2);
        var main = master.variants().getFirst();
        assertThat(main.codecs()).containsExactly("avc1.42C01F", "opus");
        assertThat(main.resolution().orElseThrow().width()).isEqualTo(640);
        assertThat(main.bandwidth()).isBetween(150_000L, 300_000L);
        assertThat(master.variants().getLast().codecs()).containsExactly("opus");
        assertThat(master.variants().getLast().bandwidth()).isLessThan(120_000);
    }

    private static double seconds(MediaPlaylist list) {
        return list.mediaSegments().stream().mapToDouble(MediaSegment::duration).sum();
    }
}
