package org.farmgate.shop;

import java.util.Optional;
import org.farmgate.measure.Money;

/// One line of a cart.
///
/// @param packs 1 to [#MOST_PACKS]
/// @param seenPrice what the buyer saw a pack cost; when it is no longer the price, the order is
///     refused instead of costing something else. What it costs is the seller's terms' to say, never
///     the client's.
public record Wanted(ListingId listing, int packs, Optional<Money> seenPrice) {
    public static final int MOST_PACKS = 10_000;
}
