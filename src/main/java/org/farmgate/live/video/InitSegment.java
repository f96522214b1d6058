package org.farmgate.live.video;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.platform.RuleBroken;

/// The beginning of a fragmented MP4 file, without which no piece of it can be played: what kinds of tracks there are.
record InitSegment(List<Track> tracks) {
    static final int GREATEST_BYTES = 64 * 1024;

    /// Picture in H.264, sound in Opus or AAC: what every browser of today plays.
    record Track(long id, boolean picture, long timescale, String codec, int width, int height, Defaults defaults) {}

    /// What holds for samples that do not say it themselves.
    record Defaults(long duration, long size, long flags) {
        static final Defaults NONE = new Defaults(0, 0, 0);
    }

    /// Refuses by VIDEO_TOO_LARGE, VIDEO_MALFORMED.
    static InitSegment read(byte[] data, Rendition rendition) {
        if (data.length > GREATEST_BYTES) throw new RuleBroken(VideoRule.VIDEO_TOO_LARGE, GREATEST_BYTES);
        List<Mp4Box> boxes = Mp4Box.in(data, 0, data.length);
        if (boxes.isEmpty() || !boxes.getFirst().type().equals("ftyp")) throw Mp4Box.broken("no-ftyp", 0);
        List<Mp4Box> movies =
                boxes.stream().filter(box -> box.type().equals("moov")).toList();
        if (movies.size() != 1) throw Mp4Box.broken("not-one-moov", 0);
        if (boxes.stream().anyMatch(box -> box.type().equals("mdat"))) throw Mp4Box.broken("mdat-in-init", 0);
        Mp4Box movie = movies.getFirst();
        Map<Long, Defaults> defaults = defaults(movie);
        List<Track> tracks = new ArrayList<>();
        for (Mp4Box box : movie.children()) if (box.type().equals("trak")) tracks.add(track(box, defaults));
        check(tracks, rendition, movie.at());
        return new InitSegment(List.copyOf(tracks));
    }

    private static void check(List<Track> tracks, Rendition rendition, int at) {
        long pictures = tracks.stream().filter(Track::picture).count();
        boolean fits = switch (rendition) {
            case MAIN -> pictures == 1 && tracks.size() <= 2;
            case SOUND -> pictures == 0 && tracks.size() == 1;
        };
        if (!fits) throw Mp4Box.broken("tracks", at);
        if (tracks.stream().map(Track::id).distinct().count() != tracks.size()) throw Mp4Box.broken("track-id", at);
    }

    private static Map<Long, Defaults> defaults(Mp4Box movie) {
        Map<Long, Defaults> all = new HashMap<>();
        for (Mp4Box box : movie.get("mvex").children())
            if (box.type().equals("trex")) all.put(box.u32(4), new Defaults(box.u32(12), box.u32(16), box.u32(20)));
        return all;
    }

    private static Track track(Mp4Box box, Map<Long, Defaults> defaults) {
        Mp4Box header = box.get("tkhd");
        long id = header.u32(header.version() == 1 ? 20 : 12);
        Mp4Box media = box.get("mdia");
        Mp4Box mediaHeader = media.get("mdhd");
        long timescale = mediaHeader.u32(mediaHeader.version() == 1 ? 20 : 12);
        if (timescale == 0) throw Mp4Box.broken("timescale", mediaHeader.at());
        String handler = media.get("hdlr").text(8, 4);
        List<Mp4Box> entries = media.get("minf").get("stbl").get("stsd").childrenFrom(8);
        if (entries.size() != 1) throw Mp4Box.broken("sample-entries", box.at());
        Mp4Box entry = entries.getFirst();
        Defaults known = Optional.ofNullable(defaults.get(id)).orElseThrow(() -> Mp4Box.broken("no-trex", box.at()));
        return switch (handler + " " + entry.type()) {
            case "vide avc1", "vide avc3" ->
                new Track(id, true, timescale, h264(entry), entry.u16(24), entry.u16(26), known);
            case "soun Opus" -> new Track(id, false, timescale, "opus", 0, 0, known);
            case "soun mp4a" -> new Track(id, false, timescale, "mp4a.40.2", 0, 0, known);
            default -> throw Mp4Box.broken("codec", entry.at());
        };
    }

    /// RFC 6381: profile, constraints and level, as the decoder's configuration has them.
    private static String h264(Mp4Box entry) {
        Mp4Box configuration = entry.childrenFrom(78).stream()
                .filter(box -> box.type().equals("avcC"))
                .findFirst()
                .orElseThrow(() -> Mp4Box.broken("no-avcC", entry.at()));
        return "%s.%02X%02X%02X".formatted(entry.type(), configuration.u8(1), configuration.u8(2), configuration.u8(3));
    }

    /// By which the length of a piece is told.
    Track leading() {
        return tracks.stream().filter(Track::picture).findFirst().orElse(tracks.getFirst());
    }

    Optional<Track> find(long id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst();
    }

    /// As playlists name them.
    String codecs() {
        return tracks.stream().map(Track::codec).sorted().collect(Collectors.joining(","));
    }

    static String resolution(Track track) {
        return String.format(Locale.ROOT, "%dx%d", track.width(), track.height());
    }
}
