package org.farmgate.logistics;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;

/// A warehouse near the market, where goods may lie for whole weeks and go on to the cities around. Where it lies is
/// kept by `place`.
///
/// @param capacity what may lie there in any one week
/// @param perTonneWeek what a tonne costs for each week begun
/// @param cold whether goods that need cold may lie there
public record NearMarketWarehouse(SiteId site, Mass capacity, Price perTonneWeek, boolean cold) {
    public static final Mass LARGEST_CAPACITY = Mass.tonnes(1_000_000);
    /// Ten thousand yuan per tonne and week: ten yuan a kilogram, beyond any storage.
    public static final Price DEAREST = new Price(1_000_000);

    /// Refuses by the input errors `zero`, `too-heavy`, `too-dear`.
    public NearMarketWarehouse {
        if (capacity.isZero()) throw new InputBroken("capacity", "zero");
        if (capacity.compareTo(LARGEST_CAPACITY) > 0) throw new InputBroken("capacity", "too-heavy", LARGEST_CAPACITY);
        if (perTonneWeek.compareTo(DEAREST) > 0) throw new InputBroken("perTonneWeek", "too-dear", DEAREST);
    }
}
