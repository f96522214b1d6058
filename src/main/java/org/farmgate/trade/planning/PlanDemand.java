package org.farmgate.trade.planning;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.trade.DemandId;

/// What one buyer wanted at one ship-to place, and what of it a plan serves.
///
/// @param city whose trucks serve the place
/// @param reason why the rest stays unserved, an [org.farmgate.trade.docking.UnmetReason]; empty where all is served
public record PlanDemand(
        String key,
        DemandId demand,
        SiteId site,
        RegionId city,
        PartyId buyer,
        ProductId product,
        int grade,
        WeekSpan window,
        Mass wanted,
        Mass placed,
        Price highest,
        String reason) {
    public Mass unmet() {
        return wanted.minus(placed);
    }
}
