package org.farmgate.trade.docking;

import java.util.List;

/// Solves a season: finds a plan of great surplus and proves how far it can be from the best.
///
/// The way: rows are gathered into groups (`Market`); a linear program gives prices (`Relaxation`); one thread
/// then lowers the proven bound by moving prices (`DualDescent`), while another loads whole trucks at these
/// prices and keeps improving them (`Annealing`); in the end groups share out to rows (`Sharing`) and what stays
/// behind is explained (`Leftovers`).
public final class DockingSolver {

    /// Solves, reporting as it goes.
    ///
    /// Refuses by `LocksRefused` when the rules contradict the rows or one another; ends by `DockingCancelled`
    /// when `progress` asks for it. (A `Season` that cannot be solved is refused when it is made, by
    /// `SeasonRefused`.)
    public Plan solve(Season season, Locks locks, Limits limits, Progress progress) {
        long startedNanos = System.nanoTime();
        progress.report(Progress.Stage.PREPARING, 0, Long.MAX_VALUE, 0);
        if (progress.isCancelled()) {
            throw new DockingCancelled();
        }
        Market market = new Market(season, locks);
        Search search = new Search(market, limits, progress, startedNanos);
        search.run();
        Loads loads = search.loads();
        long boundMicrofen = search.descent().bestMicrofen();
        long boundFen = Math.floorDiv(boundMicrofen, PlanWriter.MICRO);
        progress.report(
                Progress.Stage.EXPLAINING, Math.floorDiv(loads.valueMicrofen(), PlanWriter.MICRO), boundFen, 0.99);
        List<Shipment> shipments = new Sharing(market).shipments(loads);
        PlanWriter writer = new PlanWriter(season, shipments);
        Leftovers leftovers = new Leftovers(market, loads, locks);
        long surplusMicrofen = writer.surplusMicrofen();
        if (surplusMicrofen < loads.valueMicrofen() || surplusMicrofen > boundMicrofen) {
            throw new IllegalStateException("the plan's rows are worth " + surplusMicrofen + " microfen, its groups "
                    + loads.valueMicrofen() + ", its bound " + boundMicrofen);
        }
        return new Plan(
                writer.allocations(),
                writer.trips(),
                Math.floorDiv(surplusMicrofen, PlanWriter.MICRO),
                boundFen,
                writer.freight(),
                writer.freightAloneFen(),
                leftovers.unsold(shipments),
                leftovers.unmet(shipments),
                search.descent().bestPrices().certificate(market),
                (System.nanoTime() - startedNanos) / 1e9);
    }
}
