package org.farmgate.logistics.trips;

import java.time.Instant;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;

/// All that a trip carried has found its end, and its cost stands in the books of whoever pays.
public record TripClosed(TripId trip, RegionId origin, Money cost, Instant at) {}
