package org.farmgate.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads one answer of HTTP/1.1, with a length or in chunks.
final class HttpAnswer {
    private HttpAnswer() {}

    /// The status; the body goes to `good` when it is 200 or 201.
    static int read(InputStream in, Consumer<String> good) throws IOException {
        String line = line(in);
        int status = Integer.parseInt(line.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(line.substring(15).strip());
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        String body = chunked ? chunks(in) : text(in, length);
        if (status == 200 || status == 201) good.accept(body);
        return status;
    }

    private static String chunks(InputStream in) throws IOException {
        var whole = new StringBuilder();
        while (true) {
            int length = Integer.parseInt(line(in).strip(), 16);
            if (length > 0) whole.append(text(in, length));
            line(in);
            if (length == 0) return whole.toString();
        }
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder(48);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }
}
