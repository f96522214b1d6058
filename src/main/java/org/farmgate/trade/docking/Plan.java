package org.farmgate.trade.docking;

import java.util.List;

/// A solved season: who ships what to whom in which week, by which trucks; what stays behind and why; and how
/// far from the best conceivable plan it can be at most.
///
/// @param surplusFen Σ (highest price − last leg − onward − storage − floor) × mass − trucks, rounded down to
///     fen
/// @param boundFen no plan whatever of this season under these locks has a greater surplus
/// @param freight what moving all this costs
/// @param freightAloneFen the same allocations, with every buyer filling only trucks of its own (best kinds
///     each)
/// @param certificate proves `boundFen`; see `Certificate`
/// @param seconds wall-clock time the solve took
public record Plan(
        List<Allocation> allocations,
        List<Trip> trips,
        long surplusFen,
        long boundFen,
        Freight freight,
        long freightAloneFen,
        List<Unsold> unsold,
        List<Unmet> unmet,
        Certificate certificate,
        double seconds) {

    public Plan {
        allocations = List.copyOf(allocations);
        trips = List.copyOf(trips);
        unsold = List.copyOf(unsold);
        unmet = List.copyOf(unmet);
    }

    /// How far the plan may be from the best, in percent of the bound; 0 when the bound is 0.
    public double gapPercent() {
        return boundFen <= 0 ? 0 : 100.0 * (boundFen - surplusFen) / boundFen;
    }

    /// All in fen.
    public record Freight(long trucksFen, long lastLegFen, long onwardFen, long storageFen) {
        public long totalFen() {
            return trucksFen + lastLegFen + onwardFen + storageFen;
        }
    }

    /// What of a supply row finds no buyer, and the reason that binds.
    public record Unsold(String supplyKey, long grams, UnsoldReason reason) {}

    /// What of a demand row stays unserved, and the reason that binds.
    public record Unmet(String demandKey, long grams, UnmetReason reason) {}
}
