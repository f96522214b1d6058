package org.farmgate.supply.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.Plot;

/// One plot with what is expected of it and what it gave.
public record PlotPage(
        Plot plot, NameBook names, List<Forecast> forecasts, Map<ForecastId, Mass> harvested, List<Harvest> harvests) {
    public Mass harvested(Forecast forecast) {
        return harvested.getOrDefault(forecast.id(), Mass.ZERO);
    }

    /// A bar for each week in which something is expected.
    public List<Bars.Bar> bars(Shell shell) {
        TreeMap<IsoWeek, Mass> byWeek = new TreeMap<>();
        for (Forecast forecast : forecasts) byWeek.merge(forecast.week(), forecast.mass(), Mass::plus);
        List<Bars.Bar> bars = new ArrayList<>();
        byWeek.forEach((week, mass) -> {
            if (!mass.isZero())
                bars.add(new Bars.Bar(shell.formats().dayAndMonth(week.monday()), mass.grams(), shell.mass(mass)));
        });
        return bars;
    }
}
