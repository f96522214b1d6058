package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.Mass;

/// A time at which a whole-crop contract came to expect more or less.
public record Expectation(Mass before, Mass now, Instant at) {}
