package org.farmgate.stock;

import java.util.Optional;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// A judgement on goods.
///
/// @param site empty: the lot at all places, those included to which it is brought later
public record NewQuality(QualityChangeId id, LotId lot, Optional<SiteId> site, QualityStatus status, String reason) {
    /// Refuses by QUALITY_BY_CALENDAR_ONLY and the input errors `missing` and `too-long`.
    public NewQuality {
        if (status == QualityStatus.EXPIRED) throw new RuleBroken(StockRule.QUALITY_BY_CALENDAR_ONLY);
        reason = WriteOff.reason("reason", reason);
    }
}
