package org.farmgate.supply;

import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;

/// A forecast to be made; grower, county and product are those of the plot.
public record NewForecast(ForecastId id, PlotId plot, int grade, IsoWeek week, Mass mass, Price floor) {}
