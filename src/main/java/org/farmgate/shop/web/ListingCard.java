package org.farmgate.shop.web;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Photo;
import org.farmgate.shop.Rating;

/// A listing as lists show it.
///
/// @param left packs that can be bought now
/// @param rating empty where nobody said anything yet
public record ListingCard(Listing listing, long left, Optional<Photo> photo, Optional<Rating> rating) {
    public boolean isSoldOut() {
        return left == 0;
    }

    public Price perKilogram() {
        return perKilogram(listing.terms().price(), listing.pack());
    }

    static Price perKilogram(Money price, Mass pack) {
        return new Price(Math.min(Price.GREATEST_FEN_PER_TONNE, price.fen() * 1_000_000 / pack.grams()));
    }
}
