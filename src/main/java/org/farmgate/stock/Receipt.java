package org.farmgate.stock;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// Goods of a lot that came in at a site.
///
/// @param at when they came
/// @param causeKind what they came by, a word such as `ticket`; with `cause` it names the paper
/// @param owner whose goods they are; empty: of whoever runs the site
public record Receipt(
        MovementId id,
        LotId lot,
        SiteId site,
        Mass mass,
        Instant at,
        String causeKind,
        UUID cause,
        Optional<PartyId> owner) {
    public static final int LONGEST_CAUSE_KIND = 40;

    /// Refuses by NOTHING_MOVED and the input errors `missing` and `too-long`.
    public Receipt {
        if (mass.isZero()) throw new RuleBroken(StockRule.NOTHING_MOVED);
        checkCause(causeKind);
    }

    /// Goods of whoever runs the site.
    public Receipt(MovementId id, LotId lot, SiteId site, Mass mass, Instant at, String causeKind, UUID cause) {
        this(id, lot, site, mass, at, causeKind, cause, Optional.empty());
    }

    static void checkCause(String causeKind) {
        if (causeKind.isBlank()) throw new InputBroken("causeKind", "missing");
        if (causeKind.length() > LONGEST_CAUSE_KIND) throw new InputBroken("causeKind", "too-long", LONGEST_CAUSE_KIND);
    }
}
