package org.farmgate.shop;

import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Money;
import org.farmgate.stock.HoldingId;

/// What a seller brings to a live show.
///
/// @param like the seller's own listing, in whose words it is offered
/// @param id of the packs that are set aside; the same again is once
/// @param price of one pack in the show
/// @param limitPerBuyer in packs, of this show alone
/// @param host what the host gets of the price; it comes out of the largest part of the seller's split
public record ShowOffer(
        UUID show,
        ListingId like,
        HoldingId id,
        long packs,
        Money price,
        Optional<Integer> limitPerBuyer,
        Optional<Split.Part> host) {}
