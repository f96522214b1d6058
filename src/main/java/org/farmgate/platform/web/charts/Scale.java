package org.farmgate.platform.web.charts;

import java.util.stream.LongStream;

/// A scale from zero to a round number at or above the greatest value, with three to five ticks.
record Scale(long step, int ticks) {
    static Scale upTo(long greatest) {
        if (greatest <= 0) return new Scale(1, 1);
        long rough = Math.max(1, greatest / 4);
        long power = 1;
        while (power <= rough / 10) power *= 10;
        long step = power;
        for (long factor : new long[] {1, 2, 5, 10}) {
            step = power * factor;
            if (step >= rough) break;
        }
        return new Scale(step, (int) Math.ceilDiv(greatest, step));
    }

    /// A double, because step times ticks may lie beyond what a long holds.
    double top() {
        return (double) step * ticks;
    }

    double share(long value) {
        return value / top();
    }

    LongStream values() {
        return LongStream.rangeClosed(0, ticks)
                .filter(i -> i * (double) step < Long.MAX_VALUE)
                .map(i -> i * step);
    }
}
