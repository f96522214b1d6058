package org.farmgate.shop;

import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.Split;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;

/// What a pack costs, how many one buyer may have, and who gets which part of the price. Terms never
/// change; other terms are another version of the listing, and an order names the version it was made
/// by.
///
/// @param price of one pack
/// @param tiers wholesale steps, the smallest first; each is cheaper than the one before it
/// @param limitPerBuyer in packs; empty where there is none
public record ListingTerms(int version, Money price, List<Tier> tiers, Optional<Integer> limitPerBuyer, Split split) {
    public static final int MOST_TIERS = 10;
    /// A hundred thousand yuan for one pack.
    public static final long GREATEST_PRICE_FEN = 10_000_000;

    /// From so many packs in one line, each pack costs so much.
    public record Tier(int fromPacks, Money price) {}

    /// Refuses by LISTING_PRICE_OUT_OF_RANGE, LISTING_TIERS_OUT_OF_ORDER, LISTING_LIMIT_OUT_OF_RANGE.
    public ListingTerms {
        tiers = List.copyOf(tiers);
        checkPrice(price);
        int from = 1;
        Money before = price;
        for (Tier tier : tiers) {
            checkPrice(tier.price());
            if (tier.fromPacks() <= from || tier.price().compareTo(before) >= 0)
                throw new RuleBroken(ShopRule.LISTING_TIERS_OUT_OF_ORDER);
            from = tier.fromPacks();
            before = tier.price();
        }
        if (tiers.size() > MOST_TIERS) throw new RuleBroken(ShopRule.LISTING_TIERS_OUT_OF_ORDER);
        limitPerBuyer.ifPresent(most -> {
            if (most < 1 || most > Wanted.MOST_PACKS) throw new RuleBroken(ShopRule.LISTING_LIMIT_OUT_OF_RANGE);
        });
    }

    /// What each of so many packs costs.
    public Money priceFor(int packs) {
        Money each = price;
        for (Tier tier : tiers) if (packs >= tier.fromPacks()) each = tier.price();
        return each;
    }

    ListingTerms asVersion(int number) {
        return new ListingTerms(number, price, tiers, limitPerBuyer, split);
    }

    private static void checkPrice(Money price) {
        if (price.fen() < 1 || price.fen() > GREATEST_PRICE_FEN)
            throw new RuleBroken(ShopRule.LISTING_PRICE_OUT_OF_RANGE);
    }
}
