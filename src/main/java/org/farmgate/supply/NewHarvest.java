package org.farmgate.supply;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.stock.LotId;

/// A harvest to be written down; grower, county and product are those of the plot, the lot keeps as long as
/// the product does. See [Harvest] for the components.
public record NewHarvest(
        HarvestId id,
        LotId lot,
        PlotId plot,
        int grade,
        Optional<ForecastId> forecast,
        LocalDate harvestedOn,
        Mass harvested,
        Mass offered,
        Price floor) {}
