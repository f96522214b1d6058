package org.farmgate.logistics.trips.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.trips.Leg;
import org.farmgate.logistics.trips.TripCosts;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.TripRuns;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A trip that runs: loaded, on the road, taken in, paid for.
@Controller
@Needs(Right.MOVE_GOODS)
class TripRunPages {
    private final TripRuns runs;
    private final TripCosts costs;
    private final TripForms forms;
    private final TripViews views;

    TripRunPages(TripRuns runs, TripCosts costs, TripForms forms, TripViews views) {
        this.runs = runs;
        this.costs = costs;
        this.forms = forms;
        this.views = views;
    }

    @PostMapping("/trips/{id}/scans")
    String load(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> forms.load(actor, id, fields));
    }

    @PostMapping("/trips/{id}/scans/rest")
    String loadRest(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> runs.loadRest(actor, id));
    }

    @PostMapping("/trips/{id}/departure")
    String depart(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> runs.depart(actor, id));
    }

    @PostMapping("/trips/{id}/deliveries")
    String deliver(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> {
            String receiver = fields.text("receiver", Consignments.LONGEST_NAME);
            SiteId site = fields.id("site", SiteId::new);
            Leg leg = fields.choice("leg", Leg.class);
            fields.check();
            runs.deliver(actor, id, site, leg, receiver);
        });
    }

    @PostMapping("/trips/{id}/costs")
    @Needs(Right.PLAN_TRIPS)
    String addCost(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> forms.addCost(actor, id, fields));
    }

    @PostMapping("/trips/{id}/costs/{line}/removal")
    @Needs(Right.PLAN_TRIPS)
    String removeCost(
            Actor actor,
            @PathVariable TripId id,
            @PathVariable UUID line,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> costs.remove(actor, id, line));
    }

    @PostMapping("/trips/{id}/closing")
    @Needs(Right.PLAN_TRIPS)
    String close(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> costs.close(actor, id));
    }
}
