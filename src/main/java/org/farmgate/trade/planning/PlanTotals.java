package org.farmgate.trade.planning;

/// A solved plan's totals on their way into the table; see [PlanSummary] for what they mean.
record PlanTotals(
        long solveMilliseconds,
        String tariff,
        long surplusFen,
        long boundFen,
        long offeredGrams,
        long wantedGrams,
        long placedGrams,
        int trucks,
        long truckCapacityGrams,
        long trucksFen,
        long lastLegFen,
        long onwardFen,
        long storageFen,
        long freightAloneFen,
        int estimatedDistances) {}
