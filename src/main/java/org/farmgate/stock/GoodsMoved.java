package org.farmgate.stock;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// Goods of a lot went from one site to another. `trace` writes it into the lot's history.
public record GoodsMoved(
        MovementId movement, RegionId origin, LotId lot, SiteId from, SiteId to, Mass mass, Instant at) {}
