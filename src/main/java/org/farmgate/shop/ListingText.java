package org.farmgate.shop;

import java.time.LocalDate;
import java.util.Optional;

/// What a listing says of the goods, apart from what they are and cost.
public record ListingText(String title, String story, Optional<LocalDate> harvestedOn, Optional<LocalDate> bestBefore) {
    public static ListingText of(Listing listing) {
        return new ListingText(listing.title(), listing.story(), listing.harvestedOn(), listing.bestBefore());
    }
}
