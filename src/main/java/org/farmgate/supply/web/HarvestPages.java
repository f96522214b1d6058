package org.farmgate.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.LotId;
import org.farmgate.supply.ForecastRevision;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.HarvestListing;
import org.farmgate.supply.HarvestQuery;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewHarvest;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What was brought in: the list, a new one, one with its withdrawal.
@Controller
@Needs({Right.SEE_SUPPLY, Right.REGISTER_SUPPLY})
class HarvestPages {
    private final Harvests harvests;
    private final Plots plots;
    private final Names names;
    private final Clock clock;

    HarvestPages(Harvests harvests, Plots plots, Names names, Clock clock) {
        this.harvests = harvests;
        this.plots = plots;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/harvests")
    String list(Actor actor, Paging paging, Model model) {
        Slice<HarvestListing> found =
                harvests.search(actor, new HarvestQuery(paging, Optional.empty(), Optional.empty(), false));
        List<Harvest> rows = found.rows().stream().map(HarvestListing::harvest).toList();
        model.addAttribute(
                "page",
                new HarvestsPage(
                        found,
                        names.book(
                                rows.stream().map(Harvest::grower).toList(),
                                rows.stream().map(Harvest::product).toList(),
                                List.of()),
                        paging.search(),
                        !names.isGrower(actor)));
        return "supply/harvests";
    }

    @GetMapping("/plots/{id}/harvest")
    @Needs(Right.REGISTER_SUPPLY)
    String form(Actor actor, @PathVariable PlotId id, Shell shell, Model model) {
        return form(plots.see(actor, id), FormErrors.none(), shell, model);
    }

    private String form(Plot plot, FormErrors errors, Shell shell, Model model) {
        model.addAttribute(
                "page",
                new HarvestFormPage(
                        plot,
                        names.book(List.of(plot.grower()), List.of(plot.product()), List.of()),
                        names.gradeChoices(shell, plot.product()),
                        LocalDate.now(clock),
                        errors));
        return "supply/harvest-form";
    }

    @PostMapping("/plots/{id}/harvest")
    @Needs(Right.REGISTER_SUPPLY)
    String offer(
            Actor actor,
            @PathVariable PlotId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        Plot plot = plots.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    HarvestId harvest = fields.id("id", HarvestId::new);
                    LotId lot = fields.id("lot", LotId::new);
                    Long grade = fields.number("grade", 1, 9);
                    LocalDate on = fields.date("harvestedOn");
                    Mass harvested = fields.mass("harvested");
                    Mass offered = fields.isEmpty("offered") ? harvested : fields.mass("offered");
                    Price floor = fields.price("floor");
                    fields.check();
                    harvests.offer(
                            actor,
                            new NewHarvest(
                                    harvest,
                                    lot,
                                    id,
                                    Math.toIntExact(grade),
                                    Optional.empty(),
                                    on,
                                    harvested,
                                    offered,
                                    floor));
                    return "redirect:/harvests/" + harvest + "?saved";
                },
                errors -> form(plot, errors, shell, model));
    }

    @GetMapping("/harvests/{id}")
    String one(Actor actor, @PathVariable HarvestId id, Model model) {
        return one(actor, harvests.see(actor, id), FormErrors.none(), model);
    }

    private String one(Actor actor, Harvest harvest, FormErrors errors, Model model) {
        Plot plot = plots.see(actor, harvest.plot());
        model.addAttribute(
                "page",
                new HarvestPage(
                        harvest,
                        plot,
                        names.book(
                                List.of(harvest.grower(), harvest.recorded().organisation()),
                                List.of(harvest.product()),
                                List.of(harvest.origin())),
                        errors,
                        actor.may(Right.REGISTER_SUPPLY)));
        return "supply/harvest";
    }

    @PostMapping("/harvests/{id}/withdrawal")
    @Needs(Right.REGISTER_SUPPLY)
    String withdraw(
            Actor actor,
            @PathVariable HarvestId id,
            Fields fields,
            Shell shell,
            Model model,
            HttpServletResponse response) {
        try {
            String reason = fields.text("reason", ForecastRevision.LONGEST_REASON);
            fields.check();
            harvests.withdraw(actor, id, reason);
            return "redirect:/harvests/" + id;
        } catch (InputBroken broken) {
            response.setStatus(422);
            return one(actor, harvests.see(actor, id), FormErrors.of(broken, fields.typed(), shell), model);
        }
    }
}
