package org.farmgate.stock;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Goods of a lot were written off, issued, or found to be more or less than the books said. `trace` writes it into
/// the lot's history.
///
/// @param grams less than zero where there is less now
public record StockChanged(
        MovementId movement,
        RegionId origin,
        LotId lot,
        SiteId site,
        MovementKind kind,
        long grams,
        String causeKind,
        UUID cause,
        Instant at) {}
