package org.farmgate.stock;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;

/// Goods that are lost, and why.
public record WriteOff(MovementId id, LotId lot, SiteId site, Mass mass, String reason, Instant at) {
    /// Refuses by NOTHING_MOVED and the input errors `missing` and `too-long`.
    public WriteOff {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
        reason = reason("reason", reason);
    }

    static String reason(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) throw new InputBroken(field, "missing");
        if (stripped.codePointCount(0, stripped.length()) > Movement.LONGEST_REASON)
            throw new InputBroken(field, "too-long", Movement.LONGEST_REASON);
        return stripped;
    }
}
