package org.farmgate.platform.web.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The outline of land around China, from Natural Earth (public domain): coasts only, no borders of any kind. Read
/// once.
final class Land {
    /// Each ring as longitude, latitude, longitude, latitude …
    static final List<double[]> RINGS = read();

    private Land() {}

    private static List<double[]> read() {
        try (InputStream in = Land.class.getResourceAsStream("/geo/land.txt")) {
            if (in == null) throw new IllegalStateException("geo/land.txt is missing");
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("[ ,]"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
