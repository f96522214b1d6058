package org.farmgate.trade.web;

import java.util.List;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.LaneKey;
import org.farmgate.trade.planning.PlanDecision;
import org.farmgate.trade.planning.PlanDemand;
import org.farmgate.trade.planning.PlanFigures;
import org.farmgate.trade.planning.PlanLine;
import org.farmgate.trade.planning.PlanSummary;
import org.farmgate.trade.planning.PlanSupply;
import org.farmgate.trade.planning.PlanTrip;
import org.farmgate.trade.planning.Plans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A plan's rows, and what a person decides about them.
@Controller
@Needs(Right.PLAN_SEASON)
class PlanRowPages {
    private final Plans plans;
    private final NameBook names;
    private final DecisionSentences sentences;

    PlanRowPages(Plans plans, NameBook names, DecisionSentences sentences) {
        this.plans = plans;
        this.names = names;
        this.sentences = sentences;
    }

    @GetMapping("/plans/{id}/lines")
    String lines(Actor actor, @PathVariable PlanId id, Paging paging, Shell shell, Model model) {
        Slice<PlanLine> rows = plans.lines(actor, id, paging);
        model.addAttribute(
                "page", new PlanPage.Lines(plans.get(actor, id), rows, names.ofLines(rows.rows(), shell.locale())));
        return "trade/plan-lines";
    }

    @GetMapping("/plans/{id}/lines/{line}")
    String line(Actor actor, @PathVariable PlanId id, @PathVariable int line, Shell shell, Model model) {
        PlanLine row = plans.line(actor, id, line);
        model.addAttribute(
                "page",
                new PlanPage.Line(
                        plans.get(actor, id),
                        row,
                        names.ofLines(List.of(row), shell.locale()),
                        PlanPictures.steps(shell, row.price(), shell.t("docking.price.line"))));
        return "trade/plan-line";
    }

    @GetMapping("/plans/{id}/supplies")
    String supplies(Actor actor, @PathVariable PlanId id, Paging paging, Shell shell, Model model) {
        Slice<PlanSupply> rows = plans.supplies(actor, id, paging);
        model.addAttribute(
                "page",
                new PlanPage.Supplies(plans.get(actor, id), rows, names.ofSupplies(rows.rows(), shell.locale())));
        return "trade/plan-supplies";
    }

    @GetMapping("/plans/{id}/demands")
    String demands(Actor actor, @PathVariable PlanId id, Paging paging, Shell shell, Model model) {
        Slice<PlanDemand> rows = plans.demands(actor, id, paging);
        model.addAttribute(
                "page", new PlanPage.Demands(plans.get(actor, id), rows, names.ofDemands(rows.rows(), shell.locale())));
        return "trade/plan-demands";
    }

    @GetMapping("/plans/{id}/trips")
    String trips(Actor actor, @PathVariable PlanId id, Paging paging, Shell shell, Model model) {
        Slice<PlanTrip> rows = plans.trips(actor, id, paging);
        model.addAttribute(
                "page", new PlanPage.Trips(plans.get(actor, id), rows, names.ofTrips(rows.rows(), shell.locale())));
        return "trade/plan-trips";
    }

    @GetMapping("/plans/{id}/fairness")
    String fairness(Actor actor, @PathVariable PlanId id, Paging paging, Shell shell, Model model) {
        Slice<PlanFigures.EqualGroup> rows = plans.equalGroups(actor, id, paging);
        model.addAttribute(
                "page", new PlanPage.Fairness(plans.get(actor, id), rows, names.ofGroups(rows.rows(), shell.locale())));
        return "trade/plan-fairness";
    }

    @GetMapping("/plans/{id}/decisions")
    String decisions(Actor actor, @PathVariable PlanId id, Shell shell, Model model) {
        PlanSummary plan = plans.get(actor, id);
        List<PlanDecision> decided = plans.decisions(actor, id);
        model.addAttribute("page", new PlanPage.Decisions(plan, sentences.of(plan.id(), decided, shell)));
        return "trade/plan-decisions";
    }

    @PostMapping("/plans/{id}/lines/{line}/lock")
    String lock(Actor actor, @PathVariable PlanId id, @PathVariable int line) {
        plans.lock(actor, id, line);
        return noted(id);
    }

    @PostMapping("/plans/{id}/lines/{line}/ban")
    String forbid(Actor actor, @PathVariable PlanId id, @PathVariable int line) {
        plans.forbid(actor, id, line);
        return noted(id);
    }

    @PostMapping("/plans/{id}/supply-bans")
    String forbidSupply(Actor actor, @PathVariable PlanId id, @RequestParam String key) {
        plans.forbidSupply(actor, id, key);
        return noted(id);
    }

    @PostMapping("/plans/{id}/demand-bans")
    String forbidDemand(Actor actor, @PathVariable PlanId id, @RequestParam String key) {
        plans.forbidDemand(actor, id, key);
        return noted(id);
    }

    @PostMapping("/plans/{id}/supply-locks")
    String lockSupply(Actor actor, @PathVariable PlanId id, @RequestParam String key) {
        plans.lockSupply(actor, id, key);
        return noted(id);
    }

    @PostMapping("/plans/{id}/demand-locks")
    String lockDemand(Actor actor, @PathVariable PlanId id, @RequestParam String key) {
        plans.lockDemand(actor, id, key);
        return noted(id);
    }

    @PostMapping("/plans/{id}/lane-bans")
    String forbidLane(Actor actor, @PathVariable PlanId id, @RequestParam String from, @RequestParam String to) {
        plans.forbidLane(actor, id, new LaneKey(from, to));
        return noted(id);
    }

    @PostMapping("/plans/{id}/decisions/{number}/withdrawal")
    String takeBack(Actor actor, @PathVariable PlanId id, @PathVariable int number) {
        plans.takeBack(actor, id, number);
        return noted(id);
    }

    private static String noted(PlanId id) {
        return "redirect:/plans/" + id + "/decisions";
    }
}
