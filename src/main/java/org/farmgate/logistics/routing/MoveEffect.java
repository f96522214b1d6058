package org.farmgate.logistics.routing;

import java.util.List;

/// What putting a stop elsewhere would change. Negative figures are savings.
///
/// @param extraMillifen by the problem's objective: thousandths of a fen, or metres
/// @param delaySeconds by how much the stop most delayed by it would begin later; the moved stop itself not counted
/// @param delayedStop the stop most delayed, or empty
/// @param faults what would then be wrong on the lanes concerned; empty when the move is allowed
public record MoveEffect(
        long extraMillifen,
        long extraMetres,
        long extraDrivingSeconds,
        long delaySeconds,
        String delayedStop,
        List<RoutingFault> faults) {

    public MoveEffect {
        faults = List.copyOf(faults);
    }

    public boolean isAllowed() {
        return faults.isEmpty();
    }
}
