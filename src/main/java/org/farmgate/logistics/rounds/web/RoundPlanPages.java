package org.farmgate.logistics.rounds.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.RoundPlan;
import org.farmgate.logistics.rounds.RoundPlanId;
import org.farmgate.logistics.rounds.RoundPlanRequest;
import org.farmgate.logistics.rounds.RoundPlanRequest.Crew;
import org.farmgate.logistics.rounds.RoundPlans;
import org.farmgate.logistics.rounds.Shift;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.logistics.rounds.Vehicles;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.jobs.Job;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Planning a day: the form, its progress, what came of it.
@Controller
@Needs(Right.PLAN_TRIPS)
class RoundPlanPages {
    private final RoundPlans plans;
    private final Vehicles vehicles;
    private final RoundViews views;
    private final Jobs jobs;
    private final Clock clock;

    RoundPlanPages(RoundPlans plans, Vehicles vehicles, RoundViews views, Jobs jobs, Clock clock) {
        this.plans = plans;
        this.vehicles = vehicles;
        this.views = views;
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping("/round-plans")
    String list(Actor actor, Paging paging, Model model) {
        model.addAttribute("page", plans.search(actor, paging));
        return "logistics/rounds/plans";
    }

    @GetMapping("/round-plans/new")
    String form(Actor actor, @RequestParam(defaultValue = "") String day, Model model) {
        return form(actor, RoundViews.day(day, LocalDate.now(clock)).toString(), FormErrors.none(), model);
    }

    private String form(Actor actor, String day, FormErrors errors, Model model) {
        List<Vehicle> usable = vehicles.list(actor).stream()
                .filter(vehicle -> !vehicle.retired())
                .toList();
        model.addAttribute("page", new PlanFormPage(day, usable, views.depots(actor), views.drivers(actor), errors));
        return "logistics/rounds/plan-form";
    }

    @PostMapping("/round-plans")
    String plan(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> "redirect:/round-plans/"
                        + plans.plan(actor, request(actor, fields)).id(),
                errors -> form(actor, fields.raw("day"), errors, model));
    }

    private RoundPlanRequest request(Actor actor, Fields fields) {
        RoundPlanId id = fields.isEmpty("id") ? RoundPlanId.next() : fields.id("id", RoundPlanId::new);
        LocalDate day = fields.date("day");
        Long seconds = fields.number("seconds", 1, RoundPlanRequest.MOST_SECONDS);
        LocalTime from = RoundForms.time(fields, "from");
        LocalTime to = RoundForms.time(fields, "to");
        fields.check();
        Shift shift = new Shift(from, to);
        List<Crew> crews = new ArrayList<>();
        for (Vehicle vehicle : vehicles.list(actor)) {
            if (!fields.checked("use-" + vehicle.id())) continue;
            SiteId depot = fields.id("depot-" + vehicle.id(), SiteId::new);
            Optional<PartyId> driver =
                    fields.optional("driver-" + vehicle.id(), f -> f.id("driver-" + vehicle.id(), PartyId::new));
            fields.check();
            crews.add(new Crew(vehicle.id(), depot, driver, shift));
        }
        return new RoundPlanRequest(id, day, seconds.intValue(), crews);
    }

    @GetMapping("/round-plans/{id}")
    String one(Actor actor, @PathVariable RoundPlanId id, Shell shell, Model model) {
        RoundPlan plan = plans.get(actor, id);
        Job job = jobs.get(actor, plan.job());
        String stage = shell.t(job.messageKey(), job.arguments().toArray());
        model.addAttribute("page", new PlanResultPage(plan, job.percent(), stage, plans.unserved(actor, id)));
        return "logistics/rounds/plan";
    }

    @PostMapping("/round-plans/{id}/cancellation")
    String stop(Actor actor, @PathVariable RoundPlanId id) {
        plans.stop(actor, id);
        return "redirect:/round-plans/" + id;
    }
}
