package org.farmgate.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.product.ProductId;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewPlot;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotKind;
import org.farmgate.supply.PlotQuery;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.supply.SizeField;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's plots: the list, a new one, one with what it gives.
@Controller
@Needs({Right.SEE_SUPPLY, Right.REGISTER_SUPPLY})
class PlotPages {
    private final Plots plots;
    private final Forecasts forecasts;
    private final Harvests harvests;
    private final Names names;
    private final Clock clock;

    PlotPages(Plots plots, Forecasts forecasts, Harvests harvests, Names names, Clock clock) {
        this.plots = plots;
        this.forecasts = forecasts;
        this.harvests = harvests;
        this.names = names;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry plotsNav() {
            return new NavEntry(400, "/plots", "nav.plots", "field", Right.SEE_SUPPLY, Right.REGISTER_SUPPLY);
        }

        @Bean
        NavEntry forecastsNav() {
            return new NavEntry(
                    401, "/forecasts", "nav.forecasts", "calendar", Right.SEE_SUPPLY, Right.REGISTER_SUPPLY);
        }

        @Bean
        NavEntry harvestsNav() {
            return new NavEntry(402, "/harvests", "nav.harvests", "box", Right.SEE_SUPPLY, Right.REGISTER_SUPPLY);
        }

        @Bean
        NavEntry quotesNav() {
            return new NavEntry(403, "/quotes", "nav.quotes", "money", Right.SEE_SUPPLY, Right.REGISTER_SUPPLY);
        }
    }

    @GetMapping("/plots")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String product, Shell shell, Model model) {
        PlotQuery query =
                new PlotQuery(paging, Query.id(product, ProductId::new), Optional.empty(), Optional.empty(), false);
        Slice<Plot> found = plots.search(actor, query);
        NameBook book = names.book(
                found.rows().stream().map(Plot::grower).toList(),
                found.rows().stream().map(Plot::product).toList(),
                found.rows().stream().map(Plot::region).toList());
        model.addAttribute(
                "page",
                new PlotsPage(
                        found, book, paging.search(), product, names.productChoices(shell), !names.isGrower(actor)));
        return "supply/plots";
    }

    @GetMapping("/plots/new")
    @Needs(Right.REGISTER_SUPPLY)
    String form(Actor actor, @RequestParam(defaultValue = "FIELD") String kind, Shell shell, Model model) {
        return form(actor, Query.kind(kind), FormErrors.none(), shell, model);
    }

    private String form(Actor actor, PlotKind kind, FormErrors errors, Shell shell, Model model) {
        boolean forOthers = !names.isGrower(actor);
        model.addAttribute(
                "page",
                new PlotFormPage(
                        kind,
                        errors,
                        names.productChoices(shell),
                        names.placeChoices(shell, actor),
                        names.divisionChoices(shell),
                        forOthers,
                        forOthers ? names.growerChoices(actor) : Map.of()));
        return "supply/plot-form";
    }

    @PostMapping("/plots")
    @Needs(Right.REGISTER_SUPPLY)
    String register(Actor actor, Fields fields, Shell shell, Model model, HttpServletResponse response) {
        PlotKind kind = Query.kind(fields.typed().getOrDefault("kind", ""));
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    PlotId id = fields.id("id", PlotId::new);
                    PartyId grower = fields.isEmpty("growerCode") && names.isGrower(actor)
                            ? actor.organisation()
                            : fields.read(
                                    "growerCode",
                                    code -> names.growerByCode(code)
                                            .orElseGet(() -> fields.wrong("growerCode", "no-such-grower", code)));
                    String name = fields.text("name", Plot.LONGEST_NAME);
                    RegionId region = fields.id("region", RegionId::new);
                    Optional<DivisionId> division = fields.optional("division", f -> f.id("division", DivisionId::new));
                    ProductId product = fields.id("product", ProductId::new);
                    PlotSize size = SizeField.read(fields, kind, "size");
                    Mass expected = fields.mass("expectedYield");
                    fields.check();
                    plots.register(actor, new NewPlot(id, grower, name, region, division, product, size, expected));
                    return "redirect:/plots/" + id + "?saved";
                },
                errors -> form(actor, kind, errors, shell, model));
    }

    @GetMapping("/plots/{id}")
    String one(Actor actor, @PathVariable PlotId id, Model model) {
        Plot plot = plots.see(actor, id);
        IsoWeek now = IsoWeek.of(LocalDate.now(clock));
        WeekSpan weeks = new WeekSpan(now.plusWeeks(-8), now.plusWeeks(52));
        var expected = forecasts.ofPlots(List.of(id), weeks);
        NameBook book = names.book(
                List.of(plot.grower(), plot.recorded().organisation()),
                List.of(plot.product()),
                List.of(plot.region(), plot.origin()));
        model.addAttribute(
                "page",
                new PlotPage(
                        plot,
                        book,
                        expected,
                        forecasts.harvested(expected.stream().map(f -> f.id()).toList()),
                        harvests.ofPlots(List.of(id))));
        return "supply/plot";
    }

    @PostMapping("/plots/{id}/retirement")
    @Needs(Right.REGISTER_SUPPLY)
    String retire(Actor actor, @PathVariable PlotId id) {
        plots.retire(actor, id);
        return "redirect:/plots/" + id;
    }
}
