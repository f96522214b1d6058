package org.farmgate.logistics.trips;

import java.time.Instant;

/// What a thermometer in a cold room read.
///
/// @param decidegrees tenths of a degree Celsius
public record Reading(Instant at, int decidegrees) {}
