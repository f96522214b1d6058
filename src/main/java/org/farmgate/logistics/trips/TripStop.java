package org.farmgate.logistics.trips;

import org.farmgate.place.SiteId;

/// Where a trip stops, in order.
///
/// @param place from 0
/// @param metres from the stop before; 0 for the first
/// @param estimated as [org.farmgate.place.Distance#estimated]
public record TripStop(int place, SiteId site, Leg leg, boolean pickUp, long metres, boolean estimated) {}
