package org.farmgate.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.ProductId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastEntry;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.ForecastListing;
import org.farmgate.supply.ForecastQuery;
import org.farmgate.supply.ForecastRevision;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is expected: the overview with its sums, one plot's season week by week, one forecast with its
/// history.
@Controller
@Needs({Right.SEE_SUPPLY, Right.REGISTER_SUPPLY})
class ForecastPages {
    private static final int WEEKS_OF_A_FORM = 8;
    private static final int WEEKS_OF_A_PICTURE = 16;

    private final Forecasts forecasts;
    private final Plots plots;
    private final Names names;

    ForecastPages(Forecasts forecasts, Plots plots, Names names) {
        this.forecasts = forecasts;
        this.plots = plots;
        this.names = names;
    }

    @GetMapping("/forecasts")
    String list(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String week,
            Shell shell,
            Model model) {
        Optional<ProductId> wanted = Query.id(product, ProductId::new);
        Optional<WeekSpan> weeks = Query.week(week).map(one -> new WeekSpan(one, one));
        Slice<ForecastListing> found =
                forecasts.search(actor, new ForecastQuery(paging, wanted, weeks, Optional.empty()));
        List<Forecast> rows =
                found.rows().stream().map(ForecastListing::forecast).toList();
        NameBook book = names.book(
                rows.stream().map(Forecast::grower).toList(),
                rows.stream().map(Forecast::product).toList(),
                List.of());
        IsoWeek first = Query.week(week).orElse(forecasts.reach().first());
        var totals = forecasts.totals(actor, new WeekSpan(first, first.plusWeeks(WEEKS_OF_A_PICTURE - 1)), wanted);
        model.addAttribute(
                "page",
                new ForecastsPage(
                        found,
                        totals,
                        book,
                        paging.search(),
                        product,
                        week,
                        names.productChoices(shell),
                        !names.isGrower(actor)));
        return "supply/forecasts";
    }

    @GetMapping("/plots/{id}/season")
    @Needs(Right.REGISTER_SUPPLY)
    String season(
            Actor actor,
            @PathVariable PlotId id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "1") String grade,
            Shell shell,
            Model model) {
        return season(actor, plots.see(actor, id), from, grade, FormErrors.none(), shell, model);
    }

    private String season(
            Actor actor, Plot plot, String from, String grade, FormErrors errors, Shell shell, Model model) {
        int rank = grade.matches("[1-9]") ? Integer.parseInt(grade) : 1;
        WeekSpan reach = forecasts.reach();
        IsoWeek first = Query.week(from).filter(reach::contains).orElse(reach.first());
        List<IsoWeek> weeks = IntStream.range(0, WEEKS_OF_A_FORM)
                .mapToObj(first::plusWeeks)
                .filter(reach::contains)
                .toList();
        Map<IsoWeek, Forecast> said = new LinkedHashMap<>();
        forecasts.ofPlots(List.of(plot.id()), new WeekSpan(weeks.getFirst(), weeks.getLast())).stream()
                .filter(forecast -> forecast.grade() == rank)
                .forEach(forecast -> said.put(forecast.week(), forecast));
        NameBook book = names.book(List.of(plot.grower()), List.of(plot.product()), List.of());
        model.addAttribute(
                "page",
                new SeasonPage(plot, book, rank, names.gradeChoices(shell, plot.product()), weeks, said, errors));
        return "supply/season";
    }

    /// Every week that was filled in or changed, in one transaction.
    @PostMapping("/plots/{id}/season")
    @Needs(Right.REGISTER_SUPPLY)
    String put(
            Actor actor,
            @PathVariable PlotId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        Plot plot = plots.see(actor, id);
        Map<String, String> typed = fields.typed();
        String from = typed.getOrDefault("from", "");
        String grade = typed.getOrDefault("grade", "1");
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    int rank = Math.toIntExact(fields.number("grade", 1, 9));
                    Price floor = fields.price("floor");
                    List<ForecastEntry> entries = new ArrayList<>();
                    for (String name : typed.keySet())
                        if (name.startsWith("mass-") && !name.endsWith("Unit"))
                            entry(fields, plot, rank, floor, name, entries);
                    if (fields.errors().isEmpty() && entries.isEmpty()) fields.wrong("", "missing");
                    fields.check();
                    forecasts.putAll(actor, entries, shell.t("supply.season.reason"));
                    return "redirect:/plots/" + id + "?saved";
                },
                errors -> season(actor, plot, from, grade, errors, shell, model));
    }

    /// Empty or as it was means: nothing to say. A zero where something was expected means that the crop
    /// has failed.
    private static void entry(
            Fields fields, Plot plot, int rank, Price floor, String name, List<ForecastEntry> entries) {
        if (fields.isEmpty(name)) return;
        String week = name.substring("mass-".length());
        int seen = fields.isEmpty("seen-" + week) ? 0 : Math.toIntExact(fields.number("seen-" + week, 0, 1_000_000));
        Mass mass = fields.read(name, text -> Mass.parse(text, unit(fields)));
        if (mass == null || (mass.isZero() && seen == 0)) return;
        entries.add(new ForecastEntry(
                ForecastId.next(), plot.id(), rank, IsoWeek.parse(week), mass, floor, OptionalInt.of(seen)));
    }

    private static Mass.Unit unit(Fields fields) {
        String unit = fields.typed().getOrDefault("unit", "");
        return unit.isBlank() ? Mass.Unit.KILOGRAM : Mass.Unit.of(unit);
    }

    @GetMapping("/forecasts/{id}")
    String one(Actor actor, @PathVariable ForecastId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, ForecastId id, FormErrors errors, Model model) {
        Forecast forecast = forecasts.see(actor, id);
        List<ForecastRevision> history = forecasts.history(actor, id);
        var people = new ArrayList<>(List.of(forecast.grower()));
        history.forEach(revision -> {
            people.add(revision.recorded().organisation());
            people.add(revision.recorded().person());
        });
        model.addAttribute(
                "page",
                new ForecastPage(
                        forecast,
                        plots.see(actor, forecast.plot()),
                        forecasts.harvested(List.of(id)).getOrDefault(id, Mass.ZERO),
                        history,
                        names.book(people, List.of(forecast.product()), List.of()),
                        errors,
                        forecasts.reach().contains(forecast.week()) && actor.may(Right.REGISTER_SUPPLY)));
        return "supply/forecast";
    }

    @PostMapping("/forecasts/{id}/revisions")
    @Needs(Right.REGISTER_SUPPLY)
    String revise(
            Actor actor,
            @PathVariable ForecastId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Long seen = fields.number("seen", 1, 1_000_000);
                    Mass mass = fields.read(
                            "mass",
                            text -> Mass.parse(
                                    text,
                                    fields.isEmpty("massUnit")
                                            ? Mass.Unit.KILOGRAM
                                            : Mass.Unit.of(fields.typed().getOrDefault("massUnit", ""))));
                    Price floor = fields.price("floor");
                    String reason = fields.text("reason", ForecastRevision.LONGEST_REASON);
                    fields.check();
                    forecasts.revise(actor, id, Math.toIntExact(seen), mass, floor, reason);
                    return "redirect:/forecasts/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }
}
