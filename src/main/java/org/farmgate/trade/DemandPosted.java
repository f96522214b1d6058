package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A buyer wants something from now on. `insight` counts it as demand of the market. The highest price is the
/// buyer's own affair and not told.
public record DemandPosted(
        DemandId demand,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        IsoWeek firstWeek,
        IsoWeek lastWeek,
        Mass wanted,
        int places,
        Instant at) {}
