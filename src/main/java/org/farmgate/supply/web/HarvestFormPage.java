package org.farmgate.supply.web;

import java.time.LocalDate;
import java.util.Map;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.supply.Plot;

/// The form for a harvest of one plot.
public record HarvestFormPage(
        Plot plot, NameBook names, Map<String, String> grades, LocalDate today, FormErrors errors) {}
