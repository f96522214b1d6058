package org.farmgate.supply;

import java.util.OptionalInt;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;

/// One cell of a season: what is to be expected of a plot, grade and week from now on, whether something was
/// said of it before or not.
///
/// @param id used when nothing was said before
/// @param seen the revision that whoever says this has seen, 0 for none; empty to say it in any case, as a
///     file does
public record ForecastEntry(
        ForecastId id, PlotId plot, int grade, IsoWeek week, Mass mass, Price floor, OptionalInt seen) {}
