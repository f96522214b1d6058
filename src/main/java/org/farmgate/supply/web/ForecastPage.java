package org.farmgate.supply.web;

import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastRevision;
import org.farmgate.supply.Plot;

/// One forecast, its history, and the form to revise it.
public record ForecastPage(
        Forecast forecast,
        Plot plot,
        Mass harvested,
        List<ForecastRevision> history,
        NameBook names,
        FormErrors errors,
        boolean mayRevise) {
    public String kilograms() {
        return forecast.mass().in(Mass.Unit.KILOGRAM).stripTrailingZeros().toPlainString();
    }

    public String floor() {
        return SeasonPage.yuan(forecast.floor());
    }
}
