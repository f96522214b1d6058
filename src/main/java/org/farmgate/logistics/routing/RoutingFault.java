package org.farmgate.logistics.routing;

/// Something in a route or plan that is not as it must be.
///
/// @param about key of the stop, or "VEHICLE/NUMBER" of the route
/// @param by how much too late (seconds), too heavy (grams), too bulky (litres) or too long (seconds); 0 where that
///     has no meaning
public record RoutingFault(Kind kind, String about, long by) {

    public enum Kind {
        /// Begun after the window has closed.
        TOO_LATE,
        TOO_HEAVY,
        TOO_BULKY,
        NOT_COLD,
        /// Back after shift or depot has closed.
        BACK_TOO_LATE,
        DRIVES_TOO_LONG,
        /// The two ends of a transfer are on different routes, or one is left out.
        TRANSFER_TORN,
        /// A transfer is delivered before it is collected.
        TRANSFER_REVERSED,
        /// Begun before the window opens, or before the vehicle is there.
        TOO_EARLY,
        /// Leaves before shift or depot has opened.
        LEAVES_TOO_EARLY,
        /// Times do not follow from the matrix and the service times.
        TIMES_WRONG,
        LOADS_WRONG,
        METRES_WRONG,
        COST_WRONG,
        UNKNOWN_VEHICLE,
        /// The same vehicle makes two routes.
        VEHICLE_TWICE,
        UNKNOWN_STOP,
        /// A stop is called at twice, or called at and left out.
        STOP_TWICE,
        /// A stop is neither called at nor left out.
        STOP_FORGOTTEN,
        ROUTE_EMPTY
    }
}
