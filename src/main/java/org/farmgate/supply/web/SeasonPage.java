package org.farmgate.supply.web;

import java.util.List;
import java.util.Map;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.Plot;

/// One plot's next weeks, to be filled in; what was said already stands in its field.
public record SeasonPage(
        Plot plot,
        NameBook names,
        int grade,
        Map<String, String> grades,
        List<IsoWeek> weeks,
        Map<IsoWeek, Forecast> said,
        FormErrors errors) {
    /// Each grade has a form of its own.
    public Map<String, String> gradeTabs() {
        Map<String, String> tabs = new java.util.LinkedHashMap<>();
        grades.forEach((rank, words) ->
                tabs.put("/plots/" + plot.id() + "/season?from=" + weeks.getFirst() + "&grade=" + rank, words));
        return tabs;
    }

    public String mass(IsoWeek week) {
        Forecast forecast = said.get(week);
        return forecast == null
                ? ""
                : forecast.mass().in(Mass.Unit.KILOGRAM).stripTrailingZeros().toPlainString();
    }

    public String seen(IsoWeek week) {
        Forecast forecast = said.get(week);
        return forecast == null ? "" : String.valueOf(forecast.revision());
    }

    public String floor() {
        return said.values().stream()
                .findFirst()
                .map(Forecast::floor)
                .map(SeasonPage::yuan)
                .orElse("");
    }

    static String yuan(Price price) {
        return price.inYuanPerKilogram().stripTrailingZeros().toPlainString();
    }
}
