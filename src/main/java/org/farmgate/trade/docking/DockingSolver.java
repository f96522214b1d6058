package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Solves a season: finds a plan of great surplus and proves how far it can be from the best.
public final class DockingSolver {

    /// Solves, reporting as it goes.
    ///
    /// Refuses by `LocksRefused` when the rules contradict the rows or one another; ends by `DockingCancelled` when
    /// `progress` asks for it. (A `Season` that cannot be solved is refused when it is made, by `SeasonRefused`.)
    public Plan solve(Season season, Locks locks, Limits limits, Progress progress) {
        long startedNanos = System.nanoTime();
        progress.report(Progress.Stage.PREPARING, 0, Long.MAX_VALUE, 0);
        if (progress.isCancelled()) {
            throw new DockingCancelled();
        }
        List<Shipment> shipments = new ArrayList<>();
        PlanWriter writer = new PlanWriter(season, shipments);
        List<Long> highest = new ArrayList<>();
        long boundMicrofen = 0;
        for (Demand d : season.demands()) {
            long most = Math.max(0, d.highestFenPerTonne() - d.lastLegFenPerTonne());
            highest.add(most);
            boundMicrofen += most * d.grams();
        }
        List<Plan.Unsold> unsold = new ArrayList<>();
        for (Supply s : season.supplies()) {
            unsold.add(new Plan.Unsold(s.key(), s.grams(), UnsoldReason.TRUCK_NOT_WORTH_IT));
        }
        List<Plan.Unmet> unmet = new ArrayList<>();
        for (Demand d : season.demands()) {
            unmet.add(new Plan.Unmet(d.key(), d.grams(), UnmetReason.TRUCK_NOT_WORTH_IT));
        }
        Certificate certificate = new Certificate(
                Collections.nCopies(season.supplies().size(), 0L),
                highest,
                Collections.nCopies(season.warehouses().size() * season.weeks(), 0L),
                Collections.nCopies(locks.rules().size(), 0L));
        return new Plan(
                writer.allocations(),
                writer.trips(),
                Math.floorDiv(writer.surplusMicrofen(), PlanWriter.MICRO),
                Math.floorDiv(boundMicrofen, PlanWriter.MICRO),
                writer.freight(),
                writer.freightAloneFen(),
                unsold,
                unmet,
                certificate,
                (System.nanoTime() - startedNanos) / 1e9);
    }
}
