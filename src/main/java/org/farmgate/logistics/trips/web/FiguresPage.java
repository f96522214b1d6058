package org.farmgate.logistics.trips.web;

import java.util.List;
import org.farmgate.logistics.trips.TripFigures;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.charts.Bars;

/// How trips went, with pictures.
public record FiguresPage(TripFigures figures, List<Bars.Bar> fillings, FormErrors errors) {}
