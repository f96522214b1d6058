package org.farmgate.logistics.routing;

import java.util.List;

/// One trip of one vehicle.
///
/// @param number which of the vehicles alike, counted from 0
/// @param departSecond as late as the first call allows
/// @param gramsAtDeparture what is loaded at the depot
/// @param costMillifen by the problem's objective: thousandths of a fen, or metres
public record Route(
        String vehicle,
        int number,
        List<Visit> visits,
        int departSecond,
        int returnSecond,
        long gramsAtDeparture,
        long litresAtDeparture,
        long metres,
        long drivingSeconds,
        long costMillifen) {

    public Route {
        visits = List.copyOf(visits);
    }

    public List<String> stops() {
        return visits.stream().map(Visit::stop).toList();
    }
}
