package org.farmgate.shop;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;

/// What a buyer says of goods that they got.
///
/// @param stars 1 to 5
/// @param words may be empty
/// @param signed the first letter of the buyer's name: enough to be a person, too little to be found
/// @param hiddenReason why nobody sees it any more
public record Review(
        ReviewId id,
        RegionId origin,
        ListingId listing,
        OrderId order,
        int line,
        int stars,
        String words,
        String signed,
        Instant writtenAt,
        Optional<Answer> answer,
        Optional<String> hiddenReason) {
    public static final int LONGEST_WORDS = 2_000;
    public static final int LONGEST_REASON = 300;

    /// By the seller.
    public record Answer(String words, Instant at) {}

    /// Refuses by the input errors `out-of-range`, `too-long`.
    public Review {
        words = words.strip();
        if (stars < 1 || stars > 5) throw new InputBroken("stars", "out-of-range", 1, 5);
        if (words.length() > LONGEST_WORDS) throw new InputBroken("words", "too-long", LONGEST_WORDS);
    }

    static String signed(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    boolean saysTheSameAs(Review other) {
        return id.equals(other.id) && stars == other.stars && words.equals(other.words);
    }
}
