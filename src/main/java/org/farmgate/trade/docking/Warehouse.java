package org.farmgate.trade.docking;

import java.util.List;

/// A warehouse near the market, where goods may lie for whole weeks and from which they go on.
///
/// @param key the caller's own name for it
/// @param capacityGrams what may lie there in any one week
/// @param fenPerTonneWeek cost of each week begun
/// @param cold whether goods that need cold may lie there
/// @param onward the cities it serves, at most one entry each
public record Warehouse(String key, long capacityGrams, long fenPerTonneWeek, boolean cold, List<Onward> onward) {

    public Warehouse {
        onward = List.copyOf(onward);
    }

    /// The way on from the warehouse to a city, by a rate per tonne.
    ///
    /// @param city index into `Season.cities`
    /// @param days on the road
    public record Onward(int city, long fenPerTonne, int days) {}
}
