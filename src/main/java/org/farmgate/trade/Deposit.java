package org.farmgate.trade;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.platform.RuleBroken;

/// What the buyer pays ahead. A contract only says what is due and when; that it was paid is for the books to
/// say.
public sealed interface Deposit {
    int MOST_DUE_DAYS = 180;
    /// A fifth of what is contracted: what lies above is no deposit in law (PRC Civil Code, article 586).
    int MOST_BASIS_POINTS = 2_000;

    /// What is due for that mass at the guaranteed price.
    Money due(Mass expected, Price guaranteed);

    /// How many days after both have signed.
    int dueDays();

    record None() implements Deposit {
        @Override
        public Money due(Mass expected, Price guaranteed) {
            return Money.ZERO;
        }

        @Override
        public int dueDays() {
            return 0;
        }
    }

    /// A part of what the expected mass is worth at the guaranteed price, rounded half up to the fen.
    record Share(int basisPoints, int dueDays) implements Deposit {

        /// Refuses by CONTRACT_DEPOSIT_OUT_OF_RANGE, CONTRACT_DAYS_OUT_OF_RANGE.
        public Share {
            if (basisPoints < 1 || basisPoints > MOST_BASIS_POINTS)
                throw new RuleBroken(TradeRule.CONTRACT_DEPOSIT_OUT_OF_RANGE);
            checkDays(dueDays);
        }

        @Override
        public Money due(Mass expected, Price guaranteed) {
            long fen = guaranteed.of(expected).fen();
            // Whole and rest apart: the worth of ten million tonnes times 5,000 would not fit a long.
            long rest = fen % PriceRule.WHOLE;
            return new Money(
                    fen / PriceRule.WHOLE * basisPoints + (rest * basisPoints + PriceRule.WHOLE / 2) / PriceRule.WHOLE);
        }
    }

    record Amount(Money money, int dueDays) implements Deposit {
        /// Refuses by CONTRACT_DEPOSIT_OUT_OF_RANGE, CONTRACT_DAYS_OUT_OF_RANGE.
        public Amount {
            if (money.fen() <= 0) throw new RuleBroken(TradeRule.CONTRACT_DEPOSIT_OUT_OF_RANGE);
            checkDays(dueDays);
        }

        @Override
        public Money due(Mass expected, Price guaranteed) {
            return money;
        }
    }

    private static void checkDays(int days) {
        if (days < 0 || days > MOST_DUE_DAYS) throw new RuleBroken(TradeRule.CONTRACT_DAYS_OUT_OF_RANGE);
    }
}
