package org.farmgate.stock;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// Goods that set out from a site.
///
/// @param causeKind what they travel by, a word such as `transfer`; with `cause` it names the paper
/// @param owner whose goods they must be
/// @param forGood whether they leave their owner, and so are issued; else they are under way until
///     [Landing] says where they came to
public record Departure(
        MovementId id,
        LotId lot,
        SiteId site,
        Mass mass,
        Instant at,
        String causeKind,
        UUID cause,
        PartyId owner,
        boolean forGood) {
    /// Refuses by NOTHING_MOVED and the input errors `missing` and `too-long`.
    public Departure {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
        Receipt.checkCause(causeKind);
    }
}
