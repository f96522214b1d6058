package org.farmgate.supply;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A plot to be registered; see [Plot] for the components.
///
/// @param id made by whoever asks, so that asking twice makes one plot
public record NewPlot(
        PlotId id,
        PartyId grower,
        String name,
        RegionId region,
        Optional<DivisionId> division,
        ProductId product,
        PlotSize size,
        Mass expectedYield) {}
