package org.farmgate.logistics.trips;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// A cold room left what it was to keep to. Told once for each time it does.
///
/// @param decidegrees the first reading outside, in tenths of a degree Celsius
public record TripExcursion(TripId trip, RegionId origin, Instant at, int decidegrees) {}
