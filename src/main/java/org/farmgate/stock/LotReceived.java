package org.farmgate.stock;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// Goods of a lot came in at a site, for the first time or back from a buyer. `trace` writes it into the lot's
/// history.
public record LotReceived(
        MovementId movement,
        RegionId origin,
        LotId lot,
        SiteId site,
        PartyId owner,
        Mass mass,
        boolean returned,
        String causeKind,
        UUID cause,
        Instant at) {}
