package org.farmgate.trade;

import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// A call-off to be made. The id is made by whoever asks: sent twice it is one call-off.
public record Calling(CallOffId id, SiteId site, IsoWeek week, Mass mass) {
    /// Refuses by CALL_OFF_ZERO.
    public Calling {
        if (mass.isZero()) throw new RuleBroken(TradeRule.CALL_OFF_ZERO);
    }
}
