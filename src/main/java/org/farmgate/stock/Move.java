package org.farmgate.stock;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// Goods that go from one site to another.
public record Move(MovementId id, LotId lot, SiteId from, SiteId to, Mass mass, Instant at) {
    /// Refuses by NOTHING_MOVED and MOVE_TO_SAME_SITE.
    public Move {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
        if (from.equals(to)) throw new RuleBroken(StockRule.MOVE_TO_SAME_SITE);
    }
}
