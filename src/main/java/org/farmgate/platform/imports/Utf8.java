package org.farmgate.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Looks whether a file is UTF-8 throughout, and says in which line and at which byte it stops being so: a
/// file that Excel wrote as "CSV" on a Chinese computer is GBK, and one saved as "Unicode text" is UTF-16.
final class Utf8 {
    private static final int CHUNK = 64 * 1024;

    private Utf8() {}

    /// Refuses by [FileRefused].
    static void check(InputStream file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        long before = 0;
        long line = 1;
        boolean ended = false;
        while (!ended) {
            bytes.compact();
            int offset = bytes.position();
            int read = file.readNBytes(bytes.array(), offset, bytes.remaining());
            ended = read == 0;
            bytes.position(offset + read).flip();
            if (before == 0) refuseOtherKinds(Arrays.copyOf(bytes.array(), Math.min(4, bytes.limit())));
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, ended);
            int decoded = bytes.position();
            for (int i = 0; i < decoded; i++) {
                byte b = bytes.get(i);
                if (b == '\n') line++;
                if (b == 0) throw new FileRefused(line, "", "utf-16", before + i + 1);
            }
            before += decoded;
            if (result.isError()) throw new FileRefused(line, "", "not-utf-8", before + 1);
        }
    }

    private static void refuseOtherKinds(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) throw new FileRefused(1, "", "utf-16", 1L);
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0))
            throw new FileRefused(0, "", "workbook");
    }

    private static boolean startsWith(byte[] start, int... wanted) {
        if (start.length < wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if ((start[i] & 0xFF) != wanted[i]) return false;
        return true;
    }
}
