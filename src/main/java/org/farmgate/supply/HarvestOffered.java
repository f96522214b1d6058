package org.farmgate.supply;

import java.time.Instant;
import java.time.LocalDate;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;

/// A harvest was brought in, is a lot now, and can be sold. `trace` opens its history.
public record HarvestOffered(
        HarvestId harvest,
        LotId lot,
        PlotId plot,
        RegionId origin,
        PartyId grower,
        ProductId product,
        int grade,
        LocalDate harvestedOn,
        Mass harvested,
        Mass offered,
        Instant at) {}
