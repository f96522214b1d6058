package org.farmgate.supply;

import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;

/// What a grower expects to bring in from one plot, of one grade, in one week. It is revised as the season
/// goes; every revision is kept. There is one for each plot, grade and week.
///
/// @param mass what is expected now; zero where the crop has failed
/// @param floor the least the grower takes at the farm gate
/// @param revision 1 when first made; who revises names the one they saw
/// @param recorded who made the latest revision
public record Forecast(
        ForecastId id,
        PlotId plot,
        RegionId origin,
        PartyId grower,
        ProductId product,
        int grade,
        IsoWeek week,
        Mass mass,
        Price floor,
        int revision,
        Recorded recorded) {
    /// Refuses by GRADE_NOT_OF_PRODUCT, NOTHING_FORECAST.
    public Forecast {
        if (grade < 1 || grade > 9) throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, grade);
        if (revision == 1 && mass.isZero()) throw new RuleBroken(SupplyRule.NOTHING_FORECAST);
    }

    /// Refuses by FORECAST_CHANGED_MEANWHILE, NOTHING_REVISED.
    Forecast revised(int seenRevision, Mass now, Price newFloor, Recorded by) {
        if (seenRevision != revision) throw new RuleBroken(SupplyRule.FORECAST_CHANGED_MEANWHILE, mass, floor);
        if (now.equals(mass) && newFloor.equals(floor)) throw new RuleBroken(SupplyRule.NOTHING_REVISED);
        return new Forecast(id, plot, origin, grower, product, grade, week, now, newFloor, revision + 1, by);
    }
}
