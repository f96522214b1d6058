package org.farmgate.place;

import java.time.Instant;
import org.farmgate.platform.InputBroken;

/// A road distance that somebody looked up, the same both ways.
///
/// @param source where it was looked up: a map service with the day, an atlas, a driver's odometer
/// @param changedAt when it was written down here
public record Road(RegionId from, RegionId to, long metres, String source, Instant changedAt) {
    /// Half way round the earth: no road is longer.
    public static final long GREATEST_METRES = 20_000_000;

    /// Refuses by the input errors `out-of-range`, `missing`, `too-long`.
    public Road {
        source = source.strip();
        if (metres < 1 || metres > GREATEST_METRES) throw new InputBroken("metres", "out-of-range", 1, GREATEST_METRES);
        if (source.isEmpty()) throw new InputBroken("source", "missing");
        if (source.length() > 200) throw new InputBroken("source", "too-long", 200);
    }
}
