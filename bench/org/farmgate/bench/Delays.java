package org.farmgate.bench;

import java.util.Locale;

/// How late something was seen, counted by milliseconds.
final class Delays {
    private static final int LONGEST_MS = 30_000;
    private final int[] counts = new int[LONGEST_MS + 1];
    private long all;

    void add(long ms) {
        counts[(int) Math.clamp(ms, 0, LONGEST_MS)]++;
        all++;
    }

    long all() {
        return all;
    }

    long within(int ms) {
        long sum = 0;
        for (int i = 0; i <= ms; i++) sum += counts[i];
        return sum;
    }

    int percentile(double percent) {
        long wanted = (long) Math.ceil(all * percent / 100);
        long sum = 0;
        for (int i = 0; i <= LONGEST_MS; i++) {
            sum += counts[i];
            if (sum >= wanted) return i;
        }
        return LONGEST_MS;
    }

    /// @param expected how many there should have been
    String json(long expected) {
        return String.format(
                Locale.ROOT,
                "{\"seen\":%d,\"expected\":%d,\"within_1s\":%.4f,\"p50_ms\":%d,\"p99_ms\":%d}",
                all,
                expected,
                expected == 0 ? 1 : Math.min(1, (double) within(1_000) / expected),
                percentile(50),
                percentile(99));
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
        all = 0;
    }
}
