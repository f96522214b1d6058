package org.farmgate.logistics.trips;

import org.farmgate.platform.InputBroken;

/// What a cold room is to keep to, in tenths of a degree Celsius.
public record TemperatureRange(int least, int most) {
    public static final int COLDEST = -600;
    public static final int WARMEST = 600;

    /// Refuses by the input error `out-of-range`.
    public TemperatureRange {
        if (least < COLDEST || most > WARMEST || least > most)
            throw new InputBroken("range", "out-of-range", COLDEST / 10, WARMEST / 10);
    }

    public boolean holds(int decidegrees) {
        return decidegrees >= least && decidegrees <= most;
    }
}
