package org.farmgate.trade;

import java.util.ArrayList;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;

/// Divides a mass over places so that the parts add up exactly: everyone gets the whole part, and the grams left
/// over go one each to the first places (the method of the largest remainder, where all weights are equal).
public final class Spread {
    private Spread() {}

    /// Refuses by SPREAD_TOO_THIN when there is less than a gram, or less than `step`, for each.
    ///
    /// @param step parts are whole multiples of it, so that a store is not sent 33.333 kg; what is left below one
    ///     step goes to the first place. A step of one gram spreads exactly.
    public static List<Mass> evenly(Mass total, int places, Mass step) {
        long unit = Math.max(1, step.grams());
        long units = total.grams() / unit;
        if (places < 1 || units < places) throw new RuleBroken(TradeRule.SPREAD_TOO_THIN, total, places);
        long crumbs = total.grams() - units * unit;
        List<Mass> parts = new ArrayList<>(places);
        for (int place = 0; place < places; place++) {
            long whole = units / places + (place < units % places ? 1 : 0);
            parts.add(new Mass(whole * unit + (place == 0 ? crumbs : 0)));
        }
        return parts;
    }

    public static List<Mass> evenly(Mass total, int places) {
        return evenly(total, places, new Mass(1));
    }
}
