package org.farmgate.logistics.routing;

/// One call of a route, with its times and what is on board afterwards.
///
/// @param arriveSecond when the vehicle is there; it may have to wait
/// @param beginSecond when the service begins
/// @param leaveSecond when it drives on
public record Visit(
        String stop, int arriveSecond, int beginSecond, int leaveSecond, long gramsAfter, long litresAfter) {}
