package org.farmgate.supply;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;

/// A grower delivered at the farm gate; a lot was made. `trace` writes it into the lot's history, `insight`
/// counts it.
public record TicketWeighed(
        TicketId ticket,
        RegionId origin,
        PartyId buyer,
        PartyId grower,
        Optional<HarvestId> harvest,
        LotId lot,
        ProductId product,
        int grade,
        Mass net,
        Title title,
        SiteId site,
        Instant at) {}
