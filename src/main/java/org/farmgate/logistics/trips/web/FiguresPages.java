package org.farmgate.logistics.trips.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripFigures;
import org.farmgate.logistics.trips.TripStatistics;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.platform.web.charts.Bars;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How trips went: on-time share, cost per tonne-kilometre, filling, empty kilometres.
@Controller
@Needs({Right.PLAN_TRIPS, Right.MOVE_GOODS})
class FiguresPages {
    private static final int USUAL_DAYS = 30;

    private final TripStatistics statistics;
    private final Clock clock;

    FiguresPages(TripStatistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @GetMapping("/trips/figures")
    String figures(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        LocalDate today = LocalDate.now(clock);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    LocalDate first = fields.isEmpty("first") ? today.minusDays(USUAL_DAYS) : fields.date("first");
                    LocalDate last = fields.isEmpty("last") ? today : fields.date("last");
                    fields.check();
                    return show(statistics.of(actor, first, last), FormErrors.none(), shell, model);
                },
                errors -> show(statistics.of(actor, today.minusDays(USUAL_DAYS), today), errors, shell, model));
    }

    private static String show(TripFigures figures, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new FiguresPage(
                        figures,
                        figures.fillings().stream()
                                .map(one -> {
                                    long basisPoints = one.mass().grams()
                                            * 10_000
                                            / one.capacity().grams();
                                    return new Bars.Bar(
                                            shell.date(one.day()) + " · " + Trip.number(one.trip()),
                                            basisPoints,
                                            shell.percent(basisPoints));
                                })
                                .toList(),
                        errors));
        model.addAttribute("labels", Map.of("first", shell.t("trips.first"), "last", shell.t("trips.last")));
        return "logistics/trips/figures";
    }
}
