package org.farmgate.live.audience;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/// One event as it goes over the line, in each language; made once and written to thousands.
final class Frame {
    static final Frame NONE = new Frame(new String[Tongues.ALL.size()], new byte[Tongues.ALL.size()][0]);

    private final String[] data;
    private final byte[][] bytes;

    private Frame(String[] data, byte[][] bytes) {
        this.data = data;
        this.bytes = bytes;
    }

    /// @param json one line of JSON
    static Frame of(String event, Function<Locale, String> json) {
        String[] data = Tongues.ALL.stream().map(json).toArray(String[]::new);
        return of(event, data);
    }

    /// The same in every language.
    static Frame same(String event, String json) {
        String[] data = new String[Tongues.ALL.size()];
        java.util.Arrays.fill(data, json);
        byte[][] bytes = new byte[data.length][];
        java.util.Arrays.fill(bytes, encoded(event, json));
        return new Frame(data, bytes);
    }

    private static Frame of(String event, String[] data) {
        byte[][] bytes = new byte[data.length][];
        for (int i = 0; i < data.length; i++) bytes[i] = encoded(event, data[i]);
        return new Frame(data, bytes);
    }

    private static byte[] encoded(String event, String json) {
        return ("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes(int tongue) {
        return bytes[tongue];
    }

    String data(int tongue) {
        return data[tongue];
    }

    /// Whether it tells the same, so that it need not be told again.
    boolean tellsAs(Frame other) {
        return java.util.Arrays.equals(data, other.data);
    }
}
