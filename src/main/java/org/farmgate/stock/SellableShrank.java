package org.farmgate.stock;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// Goods behind a sellable row went on hold, were recalled, lost or past their day. `shop` tells the buyers of what
/// is short, and their money goes back; a show sees what is left.
///
/// @param left packs that can still be sold
/// @param shortPacks packs sold, not picked, and no longer backed, in all
public record SellableShrank(RegionId origin, SellableId sellable, long left, long shortPacks, Instant at) {}
