package org.farmgate.logistics.rounds.web;

import java.time.LocalDate;
import java.util.List;
import org.farmgate.logistics.rounds.RoundFigures;
import org.farmgate.platform.web.charts.Bars;

/// @param sum of all days
/// @param ways by day
/// @param costs per tonne-kilometre, by day
public record FiguresPage(
        LocalDate from,
        LocalDate to,
        List<RoundFigures.Day> days,
        RoundFigures.Day sum,
        List<Bars.Bar> ways,
        List<Bars.Bar> costs) {}
