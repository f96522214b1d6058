package org.farmgate.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;

/// What one grower brought in from one plot on one day; all of it becomes a lot in `stock`, and the part that
/// the grower does not keep is on offer. Its identity never changes; it is withdrawn, not deleted.
///
/// @param forecast the forecast it fulfils: what is harvested is no longer expected, so it is never counted
///     twice
/// @param harvested all that was brought in: the mass of the lot
/// @param offered what of it is for sale
/// @param floor the least the grower takes at the farm gate
public record Harvest(
        HarvestId id,
        LotId lot,
        PlotId plot,
        RegionId origin,
        PartyId grower,
        ProductId product,
        int grade,
        Optional<ForecastId> forecast,
        LocalDate harvestedOn,
        LocalDate bestBefore,
        Mass harvested,
        Mass offered,
        Price floor,
        HarvestState state,
        Recorded recorded) {
    /// Refuses by GRADE_NOT_OF_PRODUCT, NOTHING_HARVESTED, OFFER_EXCEEDS_HARVEST.
    public Harvest {
        if (grade < 1 || grade > 9) throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, grade);
        if (harvested.isZero()) throw new RuleBroken(SupplyRule.NOTHING_HARVESTED);
        if (offered.compareTo(harvested) > 0)
            throw new RuleBroken(SupplyRule.OFFER_EXCEEDS_HARVEST, offered, harvested);
    }

    /// Refuses by HARVEST_ALREADY_WITHDRAWN.
    Harvest withdrawn(Instant at, PartyId by, String reason) {
        return switch (state) {
            case HarvestState.Withdrawn _ -> throw new RuleBroken(SupplyRule.HARVEST_ALREADY_WITHDRAWN);
            case HarvestState.Offered _ ->
                new Harvest(
                        id,
                        lot,
                        plot,
                        origin,
                        grower,
                        product,
                        grade,
                        forecast,
                        harvestedOn,
                        bestBefore,
                        harvested,
                        offered,
                        floor,
                        new HarvestState.Withdrawn(at, by, reason),
                        recorded);
        };
    }

    public boolean isOffered() {
        return state instanceof HarvestState.Offered;
    }
}
