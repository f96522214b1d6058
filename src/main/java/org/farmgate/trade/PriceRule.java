package org.farmgate.trade;

import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Price;
import org.farmgate.platform.RuleBroken;

/// How the price of a delivery is found. One pure function: the same rule, week and quote always give the same
/// price, rounded half up to a fen per tonne (a thousandth of a fen per kilogram); money is rounded once more, to
/// the fen, when a mass is priced by [Price#of].
///
/// Which quote counts is part of the rule: the last one published before the Monday of the week of delivery, at
/// most 28 days before it. Where there is none, the floor holds, so that no delivery is ever without a price.
public sealed interface PriceRule {
    int WHOLE = 10_000;

    /// The price of a delivery in that week. Refuses by CONTRACT_QUOTE_OF_ANOTHER_INDEX.
    Price priceIn(IsoWeek delivery, Optional<IndexQuote> quote);

    /// What the seller gets at least, whatever the market does: deposits are counted on it.
    Price guaranteed();

    Optional<PriceIndex> index();

    /// The price is the price.
    record Fixed(Price price) implements PriceRule {
        /// Refuses by CONTRACT_PRICE_ZERO.
        public Fixed {
            aboveZero(price);
        }

        @Override
        public Price priceIn(IsoWeek delivery, Optional<IndexQuote> quote) {
            return price;
        }

        @Override
        public Price guaranteed() {
            return price;
        }

        @Override
        public Optional<PriceIndex> index() {
            return Optional.empty();
        }
    }

    /// The floor, and where the market stands above the reference, a share of the difference on top.
    ///
    /// @param shareBasisPoints the seller's share of what the index stands above the reference; 10,000 are all
    /// of it
    record FloorPlusUpside(Price floor, Price reference, int shareBasisPoints, PriceIndex from) implements PriceRule {
        /// Refuses by CONTRACT_PRICE_ZERO, CONTRACT_SHARE_OUT_OF_RANGE.
        public FloorPlusUpside {
            aboveZero(floor);
            aboveZero(reference);
            if (shareBasisPoints < 1 || shareBasisPoints > WHOLE)
                throw new RuleBroken(TradeRule.CONTRACT_SHARE_OUT_OF_RANGE);
        }

        @Override
        public Price priceIn(IsoWeek delivery, Optional<IndexQuote> quote) {
            return from.counting(quote, delivery)
                    .map(counting -> Math.max(0, counting.price().fenPerTonne() - reference.fenPerTonne()))
                    .map(excess -> floor.plus(part(excess, shareBasisPoints)))
                    .orElse(floor);
        }

        @Override
        public Price guaranteed() {
            return floor;
        }

        @Override
        public Optional<PriceIndex> index() {
            return Optional.of(from);
        }
    }

    /// A part of the index, never below the floor nor above the ceiling.
    ///
    /// @param basisPoints of the index; 10,000 are the index itself
    record MarketLinked(PriceIndex of, int basisPoints, Price floor, Price ceiling) implements PriceRule {
        private static final int MOST_BASIS_POINTS = 30_000;

        /// Refuses by CONTRACT_PRICE_ZERO, CONTRACT_PRICE_LIMITS_CROSSED, CONTRACT_SHARE_OUT_OF_RANGE.
        public MarketLinked {
            aboveZero(floor);
            if (ceiling.compareTo(floor) < 0)
                throw new RuleBroken(TradeRule.CONTRACT_PRICE_LIMITS_CROSSED, floor, ceiling);
            if (basisPoints < 1 || basisPoints > MOST_BASIS_POINTS)
                throw new RuleBroken(TradeRule.CONTRACT_SHARE_OUT_OF_RANGE);
        }

        @Override
        public Price priceIn(IsoWeek delivery, Optional<IndexQuote> quote) {
            return of.counting(quote, delivery)
                    .map(counting -> fenOf(counting.price().fenPerTonne(), basisPoints))
                    .map(fen -> new Price(Math.clamp(fen, floor.fenPerTonne(), ceiling.fenPerTonne())))
                    .orElse(floor);
        }

        @Override
        public Price guaranteed() {
            return floor;
        }

        @Override
        public Optional<PriceIndex> index() {
            return Optional.of(of);
        }
    }

    private static void aboveZero(Price price) {
        if (price.fenPerTonne() == 0) throw new RuleBroken(TradeRule.CONTRACT_PRICE_ZERO);
    }

    private static Price part(long fenPerTonne, int basisPoints) {
        return new Price(fenOf(fenPerTonne, basisPoints));
    }

    /// Half up. A price is at most 10^10 fen per tonne, so the product stays far below what a `long` holds.
    private static long fenOf(long fenPerTonne, int basisPoints) {
        return (fenPerTonne * basisPoints + WHOLE / 2) / WHOLE;
    }
}
