package org.farmgate.stock;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.platform.RuleBroken;

/// Issued goods that come back to where they had lain.
///
/// @param issue the movement by which they had left
/// @param mass all of what had left, or part of it
public record PutBack(MovementId issue, Mass mass, Instant at) {
    /// Refuses by NOTHING_MOVED.
    public PutBack {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
    }

    /// What is issued comes back once: the movement follows from the one by which it had left.
    MovementId id() {
        return MovementId.of("put-back", issue.value(), "");
    }
}
