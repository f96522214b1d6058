package org.farmgate.trade;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.PlotId;

/// How much is sold.
public sealed interface Quantity {
    /// What both count on when the growers' forecasts for the named plots add up to that; a fixed mass does
    /// not listen.
    Mass expected(Mass forecast);

    /// The most that may be called off then.
    Mass most(Mass forecast);

    /// The least that counts as fulfilled then.
    Mass least(Mass forecast);

    /// A mass, and how far deliveries may stray from it. The tolerance is rounded down to the gram on both sides:
    /// nobody owes or takes more than was agreed.
    ///
    /// @param toleranceBasisPoints up and down; 500 are 5 %
    record FixedMass(Mass mass, int toleranceBasisPoints) implements Quantity {
        private static final int MOST_TOLERANCE = 2_000;

        /// Refuses by CONTRACT_MASS_ZERO, CONTRACT_TOLERANCE_OUT_OF_RANGE.
        public FixedMass {
            if (mass.isZero()) throw new RuleBroken(TradeRule.CONTRACT_MASS_ZERO);
            if (toleranceBasisPoints < 0 || toleranceBasisPoints > MOST_TOLERANCE)
                throw new RuleBroken(TradeRule.CONTRACT_TOLERANCE_OUT_OF_RANGE);
        }

        @Override
        public Mass expected(Mass forecast) {
            return mass;
        }

        @Override
        public Mass most(Mass forecast) {
            return mass.plus(tolerance());
        }

        @Override
        public Mass least(Mass forecast) {
            return mass.minus(tolerance());
        }

        private Mass tolerance() {
            return new Mass(mass.grams() * toleranceBasisPoints / PriceRule.WHOLE);
        }
    }

    /// Everything that the named plots yield of that product and grade. Forecast revisions move it.
    ///
    /// @param forecast what the plots were forecast to yield when these terms were written
    /// @param floor the seller delivers at least this, from elsewhere if need be
    /// @param ceiling the buyer takes at most this
    record WholeCrop(List<PlotId> plots, Mass forecast, Optional<Mass> floor, Optional<Mass> ceiling)
            implements Quantity {
        /// Refuses by CONTRACT_CROP_WITHOUT_PLOTS, CONTRACT_CROP_LIMITS_CROSSED.
        public WholeCrop {
            plots = plots.stream().distinct().toList();
            if (plots.isEmpty()) throw new RuleBroken(TradeRule.CONTRACT_CROP_WITHOUT_PLOTS);
            if (floor.isPresent() && ceiling.isPresent() && ceiling.get().compareTo(floor.get()) < 0)
                throw new RuleBroken(TradeRule.CONTRACT_CROP_LIMITS_CROSSED, floor.get(), ceiling.get());
        }

        @Override
        public Mass expected(Mass now) {
            Mass atLeast = floor.filter(least -> least.compareTo(now) > 0).orElse(now);
            return ceiling.filter(most -> most.compareTo(atLeast) < 0).orElse(atLeast);
        }

        @Override
        public Mass most(Mass now) {
            return expected(now);
        }

        @Override
        public Mass least(Mass now) {
            return floor.orElse(expected(now));
        }
    }
}
