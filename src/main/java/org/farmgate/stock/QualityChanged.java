package org.farmgate.stock;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Goods were put on hold, recalled, found damaged, found good again, or their day has passed. `trace` writes it
/// into the lot's history.
///
/// @param site empty: everywhere
public record QualityChanged(
        QualityChangeId change,
        RegionId origin,
        LotId lot,
        Optional<SiteId> site,
        QualityStatus status,
        String reason,
        Instant at) {}
