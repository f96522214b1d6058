package org.farmgate.trade.planning;

import java.util.List;

/// A solved plan as it goes into the tables.
record PlanResult(
        PlanTotals totals,
        List<PlanSupply> supplies,
        List<PlanDemand> demands,
        List<PlanLine> lines,
        List<PlanTrip> trips) {}
