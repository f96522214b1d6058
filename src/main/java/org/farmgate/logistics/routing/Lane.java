package org.farmgate.logistics.routing;

import java.util.List;

/// A vehicle on the dispatcher's board with its stops in order; it may have none yet.
///
/// @param number which of the vehicles alike, counted from 0
public record Lane(String vehicle, int number, List<String> stops) {

    public Lane {
        stops = List.copyOf(stops);
    }

    static Lane of(Route route) {
        return new Lane(route.vehicle(), route.number(), route.stops());
    }
}
