package org.farmgate.live.web;

import java.time.Duration;
import org.farmgate.live.ShowId;
import org.farmgate.live.video.Pieces;
import org.farmgate.live.video.Playlists;
import org.farmgate.live.video.Playlists.Mode;
import org.farmgate.live.video.Rendition;
import org.farmgate.live.video.Stills;
import org.farmgate.live.video.StreamId;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Shows as HLS, for every player and for whatever stands in front of us to carry it further: playlists are fresh for a
/// second, pieces never change under their names. Nobody is asked who they are.
@RestController
@OpenToAll
class VideoHls {
    private static final MediaType PLAYLIST = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final MediaType VIDEO = MediaType.parseMediaType("video/mp4");
    private static final MediaType AUDIO = MediaType.parseMediaType("audio/mp4");
    private static final CacheControl MOMENT =
            CacheControl.maxAge(Duration.ZERO).sMaxAge(Duration.ofSeconds(1)).cachePublic();
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Playlists playlists;
    private final Pieces pieces;
    private final Stills stills;

    VideoHls(Playlists playlists, Pieces pieces, Stills stills) {
        this.playlists = playlists;
        this.pieces = pieces;
        this.stills = stills;
    }

    @GetMapping("/shows/{id}/hls/master.m3u8")
    ResponseEntity<String> master(@PathVariable ShowId id) {
        return playlist(playlists.master(id, Mode.LIVE));
    }

    @GetMapping("/shows/{id}/hls/{rendition}.m3u8")
    ResponseEntity<String> media(@PathVariable ShowId id, @PathVariable String rendition) {
        return playlist(playlists.media(id, Mode.LIVE, Rendition.of(rendition)));
    }

    @GetMapping("/shows/{id}/hls/replay/master.m3u8")
    ResponseEntity<String> replayMaster(@PathVariable ShowId id) {
        return playlist(playlists.master(id, Mode.REPLAY));
    }

    @GetMapping("/shows/{id}/hls/replay/{rendition}.m3u8")
    ResponseEntity<String> replay(@PathVariable ShowId id, @PathVariable String rendition) {
        return playlist(playlists.media(id, Mode.REPLAY, Rendition.of(rendition)));
    }

    @GetMapping("/shows/{id}/hls/{stream}/{rendition}/init.mp4")
    ResponseEntity<byte[]> init(
            @PathVariable ShowId id, @PathVariable StreamId stream, @PathVariable String rendition) {
        Rendition wanted = Rendition.of(rendition);
        return piece(wanted, pieces.init(id, stream, wanted));
    }

    @GetMapping("/shows/{id}/hls/{stream}/{rendition}/{n}.m4s")
    ResponseEntity<byte[]> segment(
            @PathVariable ShowId id,
            @PathVariable StreamId stream,
            @PathVariable String rendition,
            @PathVariable int n) {
        Rendition wanted = Rendition.of(rendition);
        return piece(wanted, pieces.piece(id, stream, wanted, n));
    }

    @GetMapping("/shows/{id}/still.jpg")
    ResponseEntity<byte[]> still(@PathVariable ShowId id) {
        Stills.Still still = stills.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
                .body(stills.read(still));
    }

    private static ResponseEntity<String> playlist(String text) {
        return ResponseEntity.ok().contentType(PLAYLIST).cacheControl(MOMENT).body(text);
    }

    private static ResponseEntity<byte[]> piece(Rendition rendition, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(rendition == Rendition.MAIN ? VIDEO : AUDIO)
                .cacheControl(FOR_GOOD)
                .body(bytes);
    }
}
