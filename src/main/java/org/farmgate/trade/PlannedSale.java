package org.farmgate.trade;

import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// One row of a plan that was accepted: this much of that offer goes to that place in that week.
///
/// @param offerKey as `supply.Offers` names it
/// @param offered all that the offer holds, so that no more than that is ever promised
/// @param week of delivery
/// @param price at the basis that the acceptance names
public record PlannedSale(
        String offerKey,
        Mass offered,
        PartyId seller,
        RegionId origin,
        PartyId buyer,
        ProductId product,
        int minimumGrade,
        DemandId demand,
        SiteId site,
        IsoWeek week,
        Mass mass,
        Price price) {
    /// Refuses by CONTRACT_LINE_ZERO.
    public PlannedSale {
        if (mass.isZero()) throw new RuleBroken(TradeRule.CONTRACT_LINE_ZERO);
    }

    /// What makes two sales of a plan one line of a contract.
    public record Key(String offerKey, DemandId demand, SiteId site, IsoWeek week) {}

    public Key key() {
        return new Key(offerKey, demand, site, week);
    }
}
