package org.farmgate.logistics.trips;

import java.util.UUID;

/// A trip of a season's plan.
///
/// @param plan the plan's id, which this module does not know
/// @param number of the trip in it
public record PlannedTripKey(UUID plan, int number) {}
