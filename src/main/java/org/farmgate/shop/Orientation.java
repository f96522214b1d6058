package org.farmgate.shop;

import java.awt.geom.AffineTransform;

/// How a camera was held, as it notes it in a JPEG (Exif 2.32, tag 0x0112, values 1 to 8). The note is thrown away
/// with all else that a camera tells, such as where it was, so the picture must be turned before.
final class Orientation {
    private static final int TAG = 0x0112;

    private Orientation() {}

    /// 1, upright, where nothing can be read.
    static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xDA) return 1;
            int length = word(jpeg, at + 2, false);
            if (marker == 0xE1 && isExif(jpeg, at + 4)) return tag(jpeg, at + 10, at + 2 + length);
            at += 2 + length;
        }
        return 1;
    }

    private static boolean isExif(byte[] jpeg, int at) {
        return at + 6 <= jpeg.length
                && jpeg[at] == 'E'
                && jpeg[at + 1] == 'x'
                && jpeg[at + 2] == 'i'
                && jpeg[at + 3] == 'f';
    }

    private static int tag(byte[] jpeg, int head, int end) {
        int last = Math.min(end, jpeg.length);
        if (head + 8 > last) return 1;
        boolean little = jpeg[head] == 'I';
        int directory = head + word(jpeg, head + 4, little) + (word(jpeg, head + 6, little) << 16);
        if (!little) directory = head + (word(jpeg, head + 4, false) << 16) + word(jpeg, head + 6, false);
        if (directory < head || directory + 2 > last) return 1;
        int entries = word(jpeg, directory, little);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > last) return 1;
            if (word(jpeg, entry, little) == TAG) {
                int value = word(jpeg, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int word(byte[] bytes, int at, boolean little) {
        if (at + 1 >= bytes.length) return 0;
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return little ? second << 8 | first : first << 8 | second;
    }

    static boolean turnsSideways(int orientation) {
        return orientation >= 5;
    }

    /// From the picture as it lies there, of that size, to the upright one.
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
