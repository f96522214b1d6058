package org.farmgate.trade.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.jobs.Job;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Picture;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.Acceptances;
import org.farmgate.trade.planning.PlanFigures;
import org.farmgate.trade.planning.PlanRequest;
import org.farmgate.trade.planning.PlanSummary;
import org.farmgate.trade.planning.Plans;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Docking a season, and the plan's first page.
@Controller
@Needs(Right.PLAN_SEASON)
class PlanPages {
    private static final int USUAL_WEEKS = 12;

    private final Plans plans;
    private final Acceptances acceptances;
    private final Jobs jobs;
    private final NameBook names;
    private final Clock clock;

    PlanPages(Plans plans, Acceptances acceptances, Jobs jobs, NameBook names, Clock clock) {
        this.plans = plans;
        this.acceptances = acceptances;
        this.jobs = jobs;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/plans")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", new PlanPage.Listing(plans.search(actor, paging), paging.search()));
        return "trade/plans";
    }

    @GetMapping("/plans/new")
    String form(Model model) {
        IsoWeek next = IsoWeek.of(LocalDate.now(clock)).plusWeeks(1);
        FormErrors start = FormErrors.startingWith(Map.of(
                "firstWeek",
                next.toString(),
                "lastWeek",
                next.plusWeeks(USUAL_WEEKS - 1L).toString()));
        model.addAttribute("page", new PlanPage.Form(start, Optional.empty(), "/plans"));
        return "trade/plan-form";
    }

    @GetMapping("/plans/{id}/again")
    String again(Actor actor, @PathVariable PlanId id, Model model) {
        PlanSummary plan = plans.get(actor, id);
        FormErrors start = FormErrors.startingWith(Map.of(
                "name", plan.name(),
                "firstWeek", plan.season().first().toString(),
                "lastWeek", plan.season().last().toString(),
                "seconds", String.valueOf(plan.seconds()),
                "growerShare", String.valueOf(plan.growerShare() / 100)));
        model.addAttribute("page", new PlanPage.Form(start, Optional.of(plan), "/plans/" + id + "/again"));
        return "trade/plan-form";
    }

    @PostMapping("/plans")
    ModelAndView dock(Actor actor, Fields fields, Shell shell, @RequestParam Map<String, String> typed) {
        return dock(actor, fields, shell, typed, Optional.empty(), "/plans");
    }

    @PostMapping("/plans/{id}/again")
    ModelAndView dockAgain(
            Actor actor, @PathVariable PlanId id, Fields fields, Shell shell, @RequestParam Map<String, String> typed) {
        return dock(actor, fields, shell, typed, Optional.of(plans.get(actor, id)), "/plans/" + id + "/again");
    }

    private ModelAndView dock(
            Actor actor,
            Fields fields,
            Shell shell,
            Map<String, String> typed,
            Optional<PlanSummary> basedOn,
            String path) {
        try {
            PlanRequest request = PlanForm.read(fields, basedOn.map(PlanSummary::id));
            return new ModelAndView(
                    "redirect:/plans/" + plans.dock(actor, request).id());
        } catch (InputBroken broken) {
            var page = new PlanPage.Form(FormErrors.of(broken, typed, shell), basedOn, path);
            return new ModelAndView("trade/plan-form", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/plans/{id}")
    String plan(Actor actor, @PathVariable PlanId id, Shell shell, Model model) {
        PlanSummary plan = plans.get(actor, id);
        return switch (plan.state()) {
            case SOLVING, FAILED, CANCELLED -> {
                Job job = jobs.get(actor, plan.job());
                String stage = shell.t(job.messageKey(), job.arguments().toArray());
                model.addAttribute("page", new PlanPage.Solving(plan, job.percent(), stage));
                yield "trade/plan-solving";
            }
            case SOLVED -> overview(actor, plan, shell, model);
        };
    }

    private String overview(Actor actor, PlanSummary plan, Shell shell, Model model) {
        PlanFigures figures = plans.figures(actor, plan.id());
        List<Picture> pictures = new java.util.ArrayList<>();
        pictures.add(PlanPictures.map(shell, figures, names.ofFlows(figures.flows(), shell.locale())));
        pictures.add(PlanPictures.weeks(shell, figures.weeks()));
        figures.averagePrice()
                .ifPresent(price -> pictures.add(PlanPictures.steps(shell, price, shell.t("docking.price.text"))));
        List<PlanSummary> others = plans.search(actor, Paging.first()).rows().stream()
                .filter(other -> other.isSolved() && !other.id().equals(plan.id()))
                .toList();
        model.addAttribute(
                "page", new PlanPage.Overview(plan, figures, acceptances.left(actor, plan.id()), pictures, others));
        return "trade/plan";
    }

    @PostMapping("/plans/{id}/cancellation")
    String stop(Actor actor, @PathVariable PlanId id) {
        plans.stop(actor, id);
        return "redirect:/plans/" + id;
    }

    @GetMapping("/plans/{id}/comparison")
    String compare(Actor actor, @PathVariable PlanId id, @RequestParam PlanId with, Model model) {
        model.addAttribute(
                "page",
                new PlanPage.Comparison(
                        plans.get(actor, id), plans.get(actor, with), plans.sharedPairs(actor, id, with)));
        return "trade/plan-comparison";
    }
}
