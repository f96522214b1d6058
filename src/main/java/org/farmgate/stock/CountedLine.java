package org.farmgate.stock;

import org.farmgate.measure.Mass;
import org.farmgate.platform.InputBroken;

/// What somebody counted of a lot.
///
/// @param moves how many movements the sheet knew of: when there are more, what was counted and what the books say
///     are of different times
/// @param reason of a difference; may be empty where there is none
public record CountedLine(LotId lot, int moves, Mass counted, String reason) {
    /// Refuses by the input error `too-long`.
    public CountedLine {
        reason = reason.strip();
        if (reason.codePointCount(0, reason.length()) > Movement.LONGEST_REASON)
            throw new InputBroken("reason", "too-long", Movement.LONGEST_REASON);
    }
}
