package org.farmgate.live.video;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.live.video.InitSegment.Defaults;
import org.farmgate.live.video.InitSegment.Track;
import org.farmgate.platform.RuleBroken;

/// A piece of a fragmented MP4 file: one or several fragments, the first of which can be played without what came
/// before.
///
/// @param startMillis on the file's own clock
record MediaSegment(long startMillis, int durationMillis) {
    static final int GREATEST_BYTES = 4 * 1024 * 1024;
    static final int SHORTEST_MILLIS = 100;
    /// Rounded it is the target duration that every playlist promises.
    static final int LONGEST_MILLIS = 4_400;

    private static final int MOST_SAMPLES = 20_000;
    /// Far from where milliseconds would overflow.
    private static final long LATEST_TIME = 1L << 50;
    /// Beside the fragments themselves; they say nothing that we need.
    private static final Set<String> LEFT_ALONE = Set.of("styp", "sidx", "prft", "emsg", "free", "skip");

    /// Refuses by VIDEO_TOO_LARGE, VIDEO_MALFORMED, VIDEO_LENGTH_OUT_OF_RANGE.
    static MediaSegment read(byte[] data, InitSegment init) {
        if (data.length > GREATEST_BYTES) throw new RuleBroken(VideoRule.VIDEO_TOO_LARGE, GREATEST_BYTES);
        Track leading = init.leading();
        List<Mp4Box> boxes = Mp4Box.in(data, 0, data.length).stream()
                .filter(box -> !LEFT_ALONE.contains(box.type()))
                .toList();
        if (boxes.isEmpty() || boxes.size() % 2 != 0) throw Mp4Box.broken("not-moof-and-mdat", 0);
        long start = -1;
        long ticks = 0;
        for (int at = 0; at < boxes.size(); at += 2) {
            Run run = fragment(boxes.get(at), boxes.get(at + 1), init).get(leading.id());
            if (run == null)
                throw Mp4Box.broken("no-leading-track", boxes.get(at).at());
            if (start < 0) {
                start = run.start;
                if (leading.picture() && !run.startsWithKeyFrame)
                    throw Mp4Box.broken("no-key-frame", boxes.get(at).at());
            }
            ticks += run.ticks;
        }
        long millis = ticks * 1000 / leading.timescale();
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS)
            throw new RuleBroken(VideoRule.VIDEO_LENGTH_OUT_OF_RANGE, SHORTEST_MILLIS, LONGEST_MILLIS);
        return new MediaSegment(start * 1000 / leading.timescale(), (int) millis);
    }

    /// What one fragment holds of one track.
    private record Run(long start, long ticks, long bytes, boolean startsWithKeyFrame) {}

    private static Map<Long, Run> fragment(Mp4Box moof, Mp4Box mdat, InitSegment init) {
        if (!moof.type().equals("moof")) throw Mp4Box.broken("no-moof", moof.at());
        if (!mdat.type().equals("mdat")) throw Mp4Box.broken("no-mdat", mdat.at());
        Map<Long, Run> runs = new HashMap<>();
        long bytes = 0;
        for (Mp4Box box : moof.children()) {
            if (!box.type().equals("traf")) continue;
            Mp4Box header = box.get("tfhd");
            Track track = init.find(header.u32(4)).orElseThrow(() -> Mp4Box.broken("unknown-track", box.at()));
            Run run = run(box, header, track, moof, mdat);
            if (runs.put(track.id(), run) != null) throw Mp4Box.broken("track-twice", box.at());
            bytes += run.bytes;
        }
        if (bytes != mdat.length()) throw Mp4Box.broken("sizes-do-not-add-up", mdat.at());
        return runs;
    }

    private static Run run(Mp4Box traf, Mp4Box header, Track track, Mp4Box moof, Mp4Box mdat) {
        Mp4Box time = traf.get("tfdt");
        long start = time.version() == 1 ? time.u64(4) : time.u32(4);
        if (start < 0 || start > LATEST_TIME) throw Mp4Box.broken("time", time.at());
        Defaults defaults = defaults(header, track.defaults());
        long ticks = 0;
        long bytes = 0;
        boolean first = true;
        boolean key = false;
        for (Mp4Box box : traf.children()) {
            if (!box.type().equals("trun")) continue;
            Samples samples = Samples.read(box, defaults);
            if (samples.dataOffset() >= 0
                    && (samples.dataOffset() < moof.size() || samples.dataOffset() > mdat.end() - moof.at()))
                throw Mp4Box.broken("data-offset", box.at());
            if (first && samples.count() > 0) {
                key = samples.startsWithKeyFrame();
                first = false;
            }
            ticks += samples.ticks();
            bytes += samples.bytes();
        }
        if (first) throw Mp4Box.broken("no-samples", traf.at());
        return new Run(start, ticks, bytes, key);
    }

    private static Defaults defaults(Mp4Box header, Defaults known) {
        int flags = header.flags();
        int at = 8;
        if ((flags & 0x1) != 0) at += 8;
        if ((flags & 0x2) != 0) at += 4;
        long duration = known.duration();
        long size = known.size();
        long sample = known.flags();
        if ((flags & 0x8) != 0) {
            duration = header.u32(at);
            at += 4;
        }
        if ((flags & 0x10) != 0) {
            size = header.u32(at);
            at += 4;
        }
        if ((flags & 0x20) != 0) sample = header.u32(at);
        return new Defaults(duration, size, sample);
    }

    /// What a `trun` says (ISO/IEC 14496-12, 8.8.8), added up.
    private record Samples(long count, long dataOffset, long ticks, long bytes, boolean startsWithKeyFrame) {
        private static final long NOT_A_KEY_FRAME = 0x10000;

        static Samples read(Mp4Box box, Defaults defaults) {
            int flags = box.flags();
            long count = box.u32(4);
            int at = 8;
            long offset = -1;
            if ((flags & 0x1) != 0) {
                offset = box.u32(at);
                at += 4;
            }
            long firstFlags = defaults.flags();
            if ((flags & 0x4) != 0) {
                firstFlags = box.u32(at);
                at += 4;
            }
            int fields = Integer.bitCount(flags & 0xF00);
            if (count > MOST_SAMPLES || count * fields * 4 != box.length() - at)
                throw Mp4Box.broken("sample-count", box.at());
            // Without fields of their own all samples are alike: nothing is walked through that costs no byte.
            long ticks = fields == 0 ? count * defaults.duration() : 0;
            long bytes = fields == 0 ? count * defaults.size() : 0;
            for (int sample = 0; fields > 0 && sample < count; sample++) {
                int place = at;
                ticks += (flags & 0x100) != 0 ? box.u32(place) : defaults.duration();
                if ((flags & 0x100) != 0) place += 4;
                bytes += (flags & 0x200) != 0 ? box.u32(place) : defaults.size();
                if ((flags & 0x200) != 0) place += 4;
                if ((flags & 0x400) != 0 && sample == 0 && (flags & 0x4) == 0) firstFlags = box.u32(place);
                at += fields * 4;
            }
            return new Samples(count, offset, ticks, bytes, (firstFlags & NOT_A_KEY_FRAME) == 0);
        }
    }
}
