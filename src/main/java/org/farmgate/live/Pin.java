package org.farmgate.live;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.shop.ListingId;

/// An item that is or was on screen.
///
/// @param price of one pack, as it stood last while it was on screen
public record Pin(
        PinId id, ShowId show, ListingId listing, Money price, Instant pinnedAt, Optional<Instant> unpinnedAt) {}
