package org.farmgate.stock;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// Goods that leave for another purpose than a pick.
///
/// @param causeKind what for, a word such as `contract`; with `cause` it names the paper
/// @param owners whose goods they may be; empty where that does not matter
public record Issue(
        MovementId id,
        LotId lot,
        SiteId site,
        Mass mass,
        Instant at,
        String causeKind,
        UUID cause,
        Set<PartyId> owners) {
    /// Refuses by NOTHING_MOVED and the input errors `missing` and `too-long`.
    public Issue {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
        Receipt.checkCause(causeKind);
        owners = Set.copyOf(owners);
    }

    /// Whoever owns them.
    public Issue(MovementId id, LotId lot, SiteId site, Mass mass, Instant at, String causeKind, UUID cause) {
        this(id, lot, site, mass, at, causeKind, cause, Set.of());
    }
}
