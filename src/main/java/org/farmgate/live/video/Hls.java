package org.farmgate.live.video;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farmgate.live.Show;

/// Writes playlists as RFC 8216 has them.
final class Hls {
    /// Every piece, rounded to seconds, is no longer. It must never change while a show runs, so it is the same for
    /// all.
    static final int TARGET_SECONDS = (MediaSegment.LONGEST_MILLIS + 500) / 1000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Hls() {}

    /// @param peak bits in the busiest second
    record Variant(String codecs, int width, int height, long peak, long average) {
        static Variant of(Stream stream, List<Segment> pieces) {
            long peak = 1;
            long bytes = 0;
            long millis = 1;
            for (Segment piece : pieces) {
                peak = Math.max(peak, piece.bytes() * 8_000L / piece.durationMillis());
                bytes += piece.bytes();
                millis += piece.durationMillis();
            }
            return new Variant(
                    stream.codecs(), stream.width(), stream.height(), peak, Math.max(1, bytes * 8_000L / millis));
        }
    }

    static String master(Show show, Map<Rendition, Variant> variants, Playlists.Mode mode) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        variants.forEach((rendition, variant) -> {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(variant.peak);
            text.append(",AVERAGE-BANDWIDTH=").append(variant.average);
            text.append(",CODECS=\"").append(variant.codecs).append('"');
            if (variant.width > 0)
                text.append(",RESOLUTION=").append(variant.width).append('x').append(variant.height);
            text.append('\n').append(address(show, mode, rendition)).append('\n');
        });
        return text.toString();
    }

    static String address(Show show, Playlists.Mode mode, Rendition rendition) {
        return show.path() + (mode == Playlists.Mode.LIVE ? "/hls/" : "/hls/replay/") + rendition.word() + ".m3u8";
    }

    /// @param over nothing will be added
    static String media(Show show, Rendition rendition, List<Segment> pieces, Playlists.Mode mode, boolean over) {
        Segment first = pieces.getFirst();
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.append("#EXT-X-TARGETDURATION:").append(TARGET_SECONDS).append('\n');
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(first.position()).append('\n');
        if (mode == Playlists.Mode.REPLAY) text.append("#EXT-X-PLAYLIST-TYPE:VOD\n");
        else
            text.append("#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(first.discontinuity())
                    .append('\n');
        Segment before = null;
        for (Segment piece : pieces) {
            String folder = show.path() + "/hls/" + piece.stream() + "/" + rendition.word() + "/";
            boolean begins = before == null || !before.stream().equals(piece.stream());
            if (begins && before != null) text.append("#EXT-X-DISCONTINUITY\n");
            if (begins) text.append("#EXT-X-MAP:URI=\"").append(folder).append("init.mp4\"\n");
            if (before == null || begins || drifts(before, piece))
                text.append("#EXT-X-PROGRAM-DATE-TIME:")
                        .append(time(piece.beginsAt()))
                        .append('\n');
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n", piece.durationMillis() / 1000.0));
            text.append(folder).append(piece.n()).append(".m4s\n");
            before = piece;
        }
        if (over) text.append("#EXT-X-ENDLIST\n");
        return text.toString();
    }

    /// By the durations alone a player would be wrong by more than a blink.
    private static boolean drifts(Segment before, Segment piece) {
        Instant expected = before.beginsAt().plusMillis(before.durationMillis());
        return Math.abs(expected.until(piece.beginsAt(), ChronoUnit.MILLIS)) > 100;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
