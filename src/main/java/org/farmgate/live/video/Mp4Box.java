package org.farmgate.live.video;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.RuleBroken;

/// One box of an MP4 file (ISO/IEC 14496-12, 4.2) as a window on its bytes. Whatever size the file claims, nothing is
/// read outside of the window, and nothing is looked at twice.
///
/// @param at where it begins in the file
/// @param body where its content begins
/// @param end the first place behind it
record Mp4Box(byte[] data, String type, int at, int body, int end) {
    /// Real files have a few dozen in one place.
    private static final int MOST_BOXES = 1_000;

    /// Refuses by VIDEO_MALFORMED.
    static List<Mp4Box> in(byte[] data, int from, int to) {
        List<Mp4Box> boxes = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (boxes.size() == MOST_BOXES) throw broken("too-many-boxes", at);
            Mp4Box box = read(data, at, to);
            boxes.add(box);
            at = box.end;
        }
        return boxes;
    }

    private static Mp4Box read(byte[] data, int at, int to) {
        if (to - at < 8) throw broken("box-cut-off", at);
        long size = unsigned(data, at);
        String type = new String(data, at + 4, 4, StandardCharsets.ISO_8859_1);
        int header = 8;
        if (size == 1) {
            if (to - at < 16) throw broken("box-cut-off", at);
            size = unsigned(data, at + 8) << 32 | unsigned(data, at + 12);
            header = 16;
        }
        if (size < header || size > to - at) throw broken("box-size", at);
        return new Mp4Box(data, type, at, at + header, at + (int) size);
    }

    List<Mp4Box> children() {
        return in(data, body, end);
    }

    /// Behind what stands before the children, such as the entry count of `stsd`.
    List<Mp4Box> childrenFrom(int offset) {
        need(offset, 0);
        return in(data, body + offset, end);
    }

    Optional<Mp4Box> find(String wanted) {
        return children().stream().filter(box -> box.type.equals(wanted)).findFirst();
    }

    Mp4Box get(String wanted) {
        return find(wanted).orElseThrow(() -> broken("no-" + wanted, at));
    }

    int size() {
        return end - at;
    }

    int length() {
        return end - body;
    }

    int u8(int offset) {
        need(offset, 1);
        return data[body + offset] & 0xFF;
    }

    int u16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    long u32(int offset) {
        need(offset, 4);
        return unsigned(data, body + offset);
    }

    long u64(int offset) {
        return u32(offset) << 32 | u32(offset + 4);
    }

    /// Of a full box.
    int version() {
        return u8(0);
    }

    int flags() {
        return (int) (u32(0) & 0xFFFFFF);
    }

    String text(int offset, int letters) {
        need(offset, letters);
        return new String(data, body + offset, letters, StandardCharsets.ISO_8859_1);
    }

    private void need(int offset, int bytes) {
        if (offset < 0 || offset > length() - bytes) throw broken("box-too-short-" + type.replaceAll("\\W", "_"), at);
    }

    private static long unsigned(byte[] data, int at) {
        return (data[at] & 0xFFL) << 24
                | (data[at + 1] & 0xFF) << 16
                | (data[at + 2] & 0xFF) << 8
                | data[at + 3] & 0xFF;
    }

    /// @param what in a few words of the trade, for whoever makes such files
    /// @param at the byte where it was seen
    static RuleBroken broken(String what, int at) {
        return new RuleBroken(VideoRule.VIDEO_MALFORMED, what, at);
    }
}
