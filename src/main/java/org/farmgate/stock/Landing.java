package org.farmgate.stock;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;

/// Goods that were under way and have come to a site: where they were sent, or back to where they set
/// out.
///
/// @param departure the movement by which they set out
/// @param mass all of what set out, or part of it; whoever sent them counts the parts
public record Landing(MovementId departure, SiteId site, Mass mass, Instant at) {
    /// Refuses by NOTHING_MOVED.
    public Landing {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
    }

    /// What set out comes to a site once.
    public MovementId id() {
        return MovementId.of("landing", departure.value(), site.toString());
    }
}
