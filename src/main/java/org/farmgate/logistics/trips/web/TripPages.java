package org.farmgate.logistics.trips.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.trips.Proposal;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.TripOrders;
import org.farmgate.logistics.trips.TripQuery;
import org.farmgate.logistics.trips.TripState;
import org.farmgate.logistics.trips.TripSummary;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
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

/// Trips for those who plan them, and for those whose goods ride.
@Controller
@Needs({Right.PLAN_TRIPS, Right.MOVE_GOODS, Right.SEE_BOOKS})
class TripPages {
    static final Map<String, Set<TripState>> GROUPS = Map.of(
            "open", EnumSet.of(TripState.DRAFT, TripState.ORDERED, TripState.DEPARTED),
            "draft", EnumSet.of(TripState.DRAFT),
            "road", EnumSet.of(TripState.ORDERED, TripState.DEPARTED),
            "done", EnumSet.of(TripState.CLOSED, TripState.CANCELLED));

    private final Trips trips;
    private final TripOrders orders;
    private final TripForms forms;
    private final TripViews views;
    private final Clock clock;

    TripPages(Trips trips, TripOrders orders, TripForms forms, TripViews views, Clock clock) {
        this.trips = trips;
        this.orders = orders;
        this.forms = forms;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/trips")
    String list(
            Actor actor, Paging paging, @RequestParam(defaultValue = "open") String group, Shell shell, Model model) {
        return list(actor, paging, group, FormErrors.none(), shell, model);
    }

    private String list(Actor actor, Paging paging, String group, FormErrors errors, Shell shell, Model model) {
        Slice<TripSummary> found = trips.search(actor, new TripQuery(paging, GROUPS.getOrDefault(group, Set.of())));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new TripPage.Listing(
                        found,
                        GROUPS.containsKey(group) ? group : "all",
                        paging.search(),
                        views.names(found.rows().stream().map(TripSummary::trip).toList(), List.of(), List.of()),
                        views.counties(actor, shell),
                        today.toString(),
                        today.plusDays(6).toString(),
                        actor.may(Right.PLAN_TRIPS),
                        errors));
        return "logistics/trips/trips";
    }

    @PostMapping("/trips/proposal")
    @Needs(Right.PLAN_TRIPS)
    String propose(Actor actor, Fields fields, Shell shell, HttpServletResponse response, Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    Proposal proposal = forms.propose(actor, fields);
                    model.addAttribute(
                            "page",
                            new TripPage.Proposed(
                                    RegionId.of(fields.raw("origin")),
                                    proposal.trips(),
                                    proposal.left(),
                                    views.names(proposal.trips(), List.of(), List.of())));
                    return "logistics/trips/proposed";
                },
                errors -> list(actor, Paging.first(), "open", errors, shell, model));
    }

    @GetMapping("/trips/{id}")
    String one(Actor actor, @PathVariable TripId id, Shell shell, Model model) {
        return one(actor, id, FormErrors.none(), shell, model);
    }

    private String one(Actor actor, TripId id, FormErrors errors, Shell shell, Model model) {
        model.addAttribute("page", views.one(actor, id, errors, shell));
        return "logistics/trips/trip";
    }

    @PostMapping("/trips/{id}/truck")
    @Needs(Right.PLAN_TRIPS)
    String use(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> forms.use(actor, id, fields));
    }

    @PostMapping("/trips/{id}/goods")
    @Needs(Right.PLAN_TRIPS)
    String add(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> forms.add(actor, id, fields));
    }

    @PostMapping("/trips/{id}/goods/{goods}/removal")
    @Needs(Right.PLAN_TRIPS)
    String remove(
            Actor actor,
            @PathVariable TripId id,
            @PathVariable ConsignmentId goods,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> {
            int version = TripForms.version(fields);
            fields.check();
            trips.remove(actor, id, version, goods);
        });
    }

    @PostMapping("/trips/{id}/stops/{stop}/place")
    @Needs(Right.PLAN_TRIPS)
    String moveStop(
            Actor actor,
            @PathVariable TripId id,
            @PathVariable int stop,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> {
            int version = TripForms.version(fields);
            Long places = fields.number("places", -Trip.MOST_LOADS, Trip.MOST_LOADS);
            fields.check();
            trips.moveStop(actor, id, version, stop, places.intValue());
        });
    }

    @PostMapping("/trips/{id}/order")
    @Needs(Right.PLAN_TRIPS)
    String order(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> forms.order(actor, id, fields));
    }

    @PostMapping("/trips/{id}/cancellation")
    @Needs(Right.PLAN_TRIPS)
    String cancel(
            Actor actor,
            @PathVariable TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return views.deed(actor, id, fields, shell, response, model, () -> {
            String reason = fields.text("reason", Trip.LONGEST_REASON);
            fields.check();
            orders.cancel(actor, id, reason);
        });
    }
}
