package org.farmgate.logistics.trips;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// A truck has left with goods of several companies.
public record TripDeparted(TripId trip, RegionId origin, Instant at) {}
