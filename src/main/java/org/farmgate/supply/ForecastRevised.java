package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A grower now expects another mass. `trade` moves the quantity of whole-crop contracts by it. Making a
/// forecast the first time is a revision from nothing; a change of floor price alone is none.
public record ForecastRevised(
        ForecastId forecast,
        PlotId plot,
        RegionId origin,
        PartyId grower,
        ProductId product,
        int grade,
        IsoWeek week,
        Mass before,
        Mass now,
        Instant at) {}
