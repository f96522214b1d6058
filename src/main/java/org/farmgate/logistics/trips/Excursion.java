package org.farmgate.logistics.trips;

import java.time.Instant;

/// A time in which a cold room was not kept to its range: readings outside, one after another.
///
/// @param from the first reading outside
/// @param until the last reading outside
/// @param worst the reading farthest outside, in tenths of a degree Celsius
/// @param readings how many lay outside
public record Excursion(Instant from, Instant until, int worst, int readings) {}
