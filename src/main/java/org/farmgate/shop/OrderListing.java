package org.farmgate.shop;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// An order in a list.
///
/// @param first title of its first line's listing
/// @param packs of all lines
public record OrderListing(
        OrderId id,
        RegionId origin,
        PartyId seller,
        Optional<PartyId> buyer,
        Channel channel,
        OrderState state,
        Money total,
        long packs,
        int lines,
        String first,
        Instant placedAt) {}
