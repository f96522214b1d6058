package org.farmgate.trade;

import org.farmgate.platform.RuleBroken;

/// The days that a contract counts by.
///
/// @param noticeDays a call-off comes at least so many days before the Monday of its week; until then it may be
///     taken back
/// @param claimDays the buyer names defects within so many days of unloading, or the goods count as accepted
/// @param paymentDays the buyer pays within so many days of unloading
public record Conditions(int noticeDays, int claimDays, int paymentDays) {
    public static final Conditions USUAL = new Conditions(7, 2, 15);
    public static final int MOST_DAYS = 180;

    /// Refuses by CONTRACT_DAYS_OUT_OF_RANGE.
    public Conditions {
        if (wrong(noticeDays) || wrong(claimDays) || wrong(paymentDays))
            throw new RuleBroken(TradeRule.CONTRACT_DAYS_OUT_OF_RANGE);
    }

    private static boolean wrong(int days) {
        return days < 0 || days > MOST_DAYS;
    }
}
