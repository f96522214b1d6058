package org.farmgate.live;

import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.shop.ListingId;
import org.farmgate.stock.HoldingId;
import org.farmgate.stock.SellableId;

/// One item of a line-up. What it costs is its listing's terms to say, what is left is stock's.
///
/// @param listing the show's own
/// @param model the seller's listing, in whose words and from whose goods it is
/// @param hold the packs with which it came into the line-up
/// @param benefits who it helps, in the seller's words; may be empty
public record ShowItem(
        ShowId show,
        ListingId listing,
        ListingId model,
        RegionId origin,
        SellableId sellable,
        PartyId seller,
        HoldingId hold,
        int ordinal,
        String benefits) {}
