package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A buyer wants more, less, or at other times. `insight` replaces what [DemandPosted] told it.
public record DemandChanged(
        DemandId demand,
        int version,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        IsoWeek firstWeek,
        IsoWeek lastWeek,
        Mass wanted,
        int places,
        Instant at) {}
