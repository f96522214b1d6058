package org.farmgate.stock;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;

/// A part of a lot: how many grams came from which county, and out of which earlier lot where there was one.
/// A harvested lot has exactly one, without a parent.
public record Component(Optional<LotId> parent, RegionId origin, Mass mass) {
    /// Refuses by LOT_WITHOUT_MASS.
    public Component {
        if (mass.isZero()) throw new RuleBroken(StockRule.LOT_WITHOUT_MASS);
    }

    public static Component harvested(RegionId origin, Mass mass) {
        return new Component(Optional.empty(), origin, mass);
    }

    public static Component from(LotId parent, RegionId origin, Mass mass) {
        return new Component(Optional.of(parent), origin, mass);
    }
}
