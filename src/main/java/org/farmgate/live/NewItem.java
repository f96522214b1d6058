package org.farmgate.live;

import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.InputBroken;
import org.farmgate.shop.ListingId;
import org.farmgate.stock.HoldingId;

/// What a seller brings into a line-up.
///
/// @param id of the packs that are set aside; made by the client
/// @param model the seller's own listing
/// @param price of one pack, in this show
/// @param limitPerBuyer in packs
/// @param hostPoints the host's part of the price in hundredths of a percent; it comes out of the seller's
/// @param benefits who it helps, in the seller's words; may be empty
public record NewItem(
        HoldingId id,
        ListingId model,
        long packs,
        Money price,
        Optional<Integer> limitPerBuyer,
        int hostPoints,
        String benefits) {
    public static final int LONGEST_BENEFITS = 200;

    /// Refuses by the input error `too-long`.
    public NewItem {
        benefits = benefits.strip();
        if (benefits.length() > LONGEST_BENEFITS) throw new InputBroken("benefits", "too-long", LONGEST_BENEFITS);
    }
}
