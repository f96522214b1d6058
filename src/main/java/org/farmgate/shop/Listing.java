package org.farmgate.shop;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.SellableId;

/// Something on sale: packs of one product of one county, by one seller.
///
/// @param origin the producing county; it never changes
/// @param grade the worst grade that may be sent
/// @param pack what is in one pack
/// @param title in the seller's words and language
/// @param sellable stock's row for open sale, or its venue's
/// @param venue that alone sells it; empty where it is for everybody
public record Listing(
        ListingId id,
        RegionId origin,
        PartyId seller,
        ProductId product,
        int grade,
        Mass pack,
        String title,
        String story,
        Optional<LocalDate> harvestedOn,
        Optional<LocalDate> bestBefore,
        SellableId sellable,
        ListingState state,
        ListingTerms terms,
        Optional<Venue> venue) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_STORY = 4_000;
    /// As heavy as what two people lift.
    public static final Mass HEAVIEST_PACK = Mass.kilograms(2_000);

    /// Refuses by the input errors `missing`, `too-long`, `zero`, `too-heavy`, `out-of-range`,
    /// `before-harvest`.
    public Listing {
        title = title.strip();
        story = story.strip();
        if (title.isEmpty()) throw new InputBroken("title", "missing");
        if (title.length() > LONGEST_TITLE) throw new InputBroken("title", "too-long", LONGEST_TITLE);
        if (story.length() > LONGEST_STORY) throw new InputBroken("story", "too-long", LONGEST_STORY);
        if (pack.isZero()) throw new InputBroken("pack", "zero");
        if (pack.compareTo(HEAVIEST_PACK) > 0) throw new InputBroken("pack", "too-heavy", HEAVIEST_PACK);
        if (grade < 1 || grade > 9) throw new InputBroken("grade", "out-of-range", 1, 9);
        if (harvestedOn.isPresent()
                && bestBefore.isPresent()
                && bestBefore.get().isBefore(harvestedOn.get()))
            throw new InputBroken("bestBefore", "before-harvest", harvestedOn.get());
    }

    /// The same goods in the same words, sold by one venue alone.
    Listing soldAt(Venue one, ListingId own, SellableId row, ListingState begins, ListingTerms by) {
        return new Listing(
                own,
                origin,
                seller,
                product,
                grade,
                pack,
                title,
                story,
                harvestedOn,
                bestBefore,
                row,
                begins,
                by,
                Optional.of(one));
    }

    Listing as(ListingState now) {
        return new Listing(
                id,
                origin,
                seller,
                product,
                grade,
                pack,
                title,
                story,
                harvestedOn,
                bestBefore,
                sellable,
                now,
                terms,
                venue);
    }

    Listing with(ListingTerms other) {
        return with(ListingText.of(this), other);
    }

    Listing with(ListingText text, ListingTerms other) {
        return new Listing(
                id,
                origin,
                seller,
                product,
                grade,
                pack,
                text.title(),
                text.story(),
                text.harvestedOn(),
                text.bestBefore(),
                sellable,
                state,
                other,
                venue);
    }
}
