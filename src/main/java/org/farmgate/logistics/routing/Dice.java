package org.farmgate.logistics.routing;

/// A small, quick source of chance (xorshift64*, Vigna 2016), the same for the same seed everywhere.
final class Dice {
    private long state;

    Dice(long seed) {
        state = ((seed + 1) * 0x9E3779B97F4A7C15L) | 1;
        for (int i = 0; i < 8; i++) {
            next();
        }
    }

    private long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545F4914F6CDD1DL;
    }

    /// From 0 to `bound` − 1.
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /// From 0 to just below 1.
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// True once in `times` on average.
    boolean onceIn(int times) {
        return below(times) == 0;
    }
}
