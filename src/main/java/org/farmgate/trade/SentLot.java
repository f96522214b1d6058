package org.farmgate.trade;

import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;
import org.farmgate.stock.LotId;

/// Part of a lot that goes with a consignment under a contract.
public record SentLot(LotId lot, Mass mass) {
    /// Refuses by DELIVERY_LOTS_DIFFER.
    public SentLot {
        if (mass.isZero()) throw new RuleBroken(TradeRule.DELIVERY_LOTS_DIFFER, mass, mass);
    }
}
