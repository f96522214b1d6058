package org.farmgate.trade;

import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// How much is wanted at one place.
public record ShipTo(SiteId site, Mass mass) {
    /// Refuses by DEMAND_MASS_ZERO.
    public ShipTo {
        if (mass.isZero()) throw new RuleBroken(TradeRule.DEMAND_MASS_ZERO);
    }
}
