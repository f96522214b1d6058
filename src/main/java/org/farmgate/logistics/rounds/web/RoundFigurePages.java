package org.farmgate.logistics.rounds.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.farmgate.logistics.rounds.RoundFigures;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What rounds came to over a time.
@Controller
@Needs(Right.PLAN_TRIPS)
class RoundFigurePages {
    private static final int USUAL_DAYS = 30;

    private final RoundFigures figures;
    private final Clock clock;

    RoundFigurePages(RoundFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/rounds/figures")
    String figures(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Shell shell,
            Model model) {
        LocalDate last = RoundViews.day(to, LocalDate.now(clock));
        LocalDate first = RoundViews.day(from, last.minusDays(USUAL_DAYS - 1L));
        List<RoundFigures.Day> days = figures.days(actor, first, last);
        model.addAttribute(
                "page",
                new FiguresPage(
                        first,
                        last,
                        days,
                        RoundFigures.sum(days, last),
                        days.stream()
                                .map(day -> new Bars.Bar(
                                        shell.date(day.day()),
                                        day.sums().metres(),
                                        RoundWords.km(shell, day.sums().metres()) + " · "
                                                + shell.t(
                                                        "rounds.empty-share",
                                                        RoundWords.share(
                                                                shell,
                                                                day.sums().emptyMetres(),
                                                                day.sums().metres()))))
                                .toList(),
                        days.stream()
                                .filter(day -> day.sums().perTonneKilometre().isPresent())
                                .map(day -> new Bars.Bar(
                                        shell.date(day.day()),
                                        day.sums()
                                                .perTonneKilometre()
                                                .orElseThrow()
                                                .fen(),
                                        shell.money(
                                                day.sums().perTonneKilometre().orElseThrow())))
                                .toList()));
        return "logistics/rounds/figures";
    }
}
