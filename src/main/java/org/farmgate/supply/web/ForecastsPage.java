package org.farmgate.supply.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.supply.ForecastListing;
import org.farmgate.supply.WeekTotal;

/// The supply overview: sums by week, and the forecasts they are made of.
public record ForecastsPage(
        Slice<ForecastListing> forecasts,
        List<WeekTotal> totals,
        NameBook names,
        String search,
        String product,
        String week,
        Map<String, String> products,
        boolean ofOthers) {
    public List<Bars.Bar> bars(Shell shell) {
        TreeMap<IsoWeek, Long> grams = new TreeMap<>();
        for (WeekTotal total : totals) grams.merge(total.week(), total.forecastGrams(), Long::sum);
        List<Bars.Bar> bars = new ArrayList<>();
        grams.forEach((one, sum) -> {
            if (sum > 0)
                bars.add(new Bars.Bar(
                        shell.formats().dayAndMonth(one.monday()),
                        sum,
                        shell.mass(new Mass(Math.min(sum, Mass.GREATEST_GRAMS)))));
        });
        return bars;
    }

    /// The list's address with its questions.
    public String href() {
        return "/forecasts?q=" + java.net.URLEncoder.encode(search, java.nio.charset.StandardCharsets.UTF_8)
                + "&product=" + product + "&week="
                + java.net.URLEncoder.encode(week, java.nio.charset.StandardCharsets.UTF_8);
    }
}
