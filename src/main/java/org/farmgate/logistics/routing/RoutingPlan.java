package org.farmgate.logistics.routing;

import java.util.List;

/// Who calls where in which order, and what stays behind.
///
/// @param costMillifen by the problem's objective: thousandths of a fen, or metres
/// @param seconds how long the search took
public record RoutingPlan(List<Route> routes, List<LeftOut> leftOut, long metres, long costMillifen, double seconds) {

    public RoutingPlan {
        routes = List.copyOf(routes);
        leftOut = List.copyOf(leftOut);
    }

    /// In whole fen, rounded up.
    public long costFen() {
        return Math.ceilDiv(costMillifen, 1000);
    }
}
