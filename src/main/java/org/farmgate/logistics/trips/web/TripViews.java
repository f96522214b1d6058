package org.farmgate.logistics.trips.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.logistics.trips.Leg;
import org.farmgate.logistics.trips.Proposals;
import org.farmgate.logistics.trips.Reading;
import org.farmgate.logistics.trips.Temperatures;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripCost;
import org.farmgate.logistics.trips.TripCosts;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.TripLoad;
import org.farmgate.logistics.trips.TripRuns;
import org.farmgate.logistics.trips.TripShare;
import org.farmgate.logistics.trips.TripState;
import org.farmgate.logistics.trips.TripStop;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.platform.web.charts.FlowMap;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts together what a trip's page shows.
@Component
class TripViews {
    private static final int MOST_CARRIERS = 200;
    private static final int WAITING_DAYS = 21;

    private final Trips trips;
    private final TripCosts costs;
    private final TripRuns runs;
    private final Temperatures temperatures;
    private final Proposals proposals;
    private final TruckKinds kinds;
    private final Parties parties;
    private final Sites sites;
    private final Regions regions;

    TripViews(
            Trips trips,
            TripCosts costs,
            TripRuns runs,
            Temperatures temperatures,
            Proposals proposals,
            TruckKinds kinds,
            Parties parties,
            Sites sites,
            Regions regions) {
        this.trips = trips;
        this.costs = costs;
        this.runs = runs;
        this.temperatures = temperatures;
        this.proposals = proposals;
        this.kinds = kinds;
        this.parties = parties;
        this.sites = sites;
        this.regions = regions;
    }

    TripPage one(Actor actor, TripId id, FormErrors errors, Shell shell) {
        Trip trip = trips.see(actor, id);
        boolean mayPlan = trips.mayPlan(actor, trip);
        boolean mayRun = runs.mayRun(actor, trip);
        TripCost cost = costs.of(actor, id);
        List<Reading> readings = trip.cold() ? temperatures.of(actor, id) : List.of();
        Map<Leg, List<Consignment>> waiting = mayPlan ? waiting(actor, trip) : Map.of();
        TripNames names = names(
                List.of(trip),
                waiting.values().stream().flatMap(List::stream).toList(),
                cost.shares().stream().map(TripShare::payer).toList());
        return new TripPage(
                trip,
                cost,
                runs.stages(trip),
                mayRun ? runs.scans(actor, id) : List.of(),
                readings,
                Temperatures.excursions(trip, readings),
                waiting,
                names,
                mayPlan && trip.state() == TripState.DRAFT ? carriers(trip) : Map.of(),
                mayPlan && trip.state() == TripState.DRAFT ? kinds(shell) : Map.of(),
                picture(trip, names, shell),
                mayPlan,
                mayRun,
                runs.mayLoad(actor, trip),
                trips.seesAll(actor, trip),
                errors);
    }

    /// Something is done to a trip; refused, its page says why.
    String deed(
            Actor actor,
            TripId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Runnable deed) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    deed.run();
                    return "redirect:/trips/" + id + "?saved";
                },
                errors -> {
                    model.addAttribute("page", one(actor, id, errors, shell));
                    return "logistics/trips/trip";
                });
    }

    private Map<Leg, List<Consignment>> waiting(Actor actor, Trip trip) {
        Map<Leg, List<Consignment>> waiting = new EnumMap<>(Leg.class);
        if (trip.state() == TripState.DRAFT || trip.state() == TripState.ORDERED)
            waiting.put(
                    Leg.OUT,
                    proposals.waiting(
                            actor, trip.origin(), trip.day(), trip.day().plusDays(WAITING_DAYS)));
        if (!trip.state().isFinal())
            waiting.put(
                    Leg.BACK,
                    proposals.homeward(actor, trip).stream()
                            .filter(one -> !one.origin().equals(trip.origin())
                                    || trip.stops().stream()
                                            .anyMatch(stop -> !stop.pickUp()
                                                    && stop.site().equals(one.from())))
                            .toList());
        return waiting;
    }

    TripNames names(Collection<Trip> shown, Collection<Consignment> goods, Collection<PartyId> payers) {
        Set<PartyId> people = new HashSet<>(payers);
        Set<SiteId> places = new HashSet<>();
        Set<RegionId> areas = new HashSet<>();
        for (Trip trip : shown) {
            areas.add(trip.origin());
            people.add(trip.orderedBy());
            trip.carriage().ifPresent(carriage -> people.add(carriage.carrier()));
            trip.stops().forEach(stop -> places.add(stop.site()));
            for (TripLoad load : trip.loads()) {
                people.add(load.payer());
                people.add(load.sender());
                places.add(load.from());
                places.add(load.to());
            }
        }
        for (Consignment one : goods) {
            people.add(one.payer());
            places.add(one.from());
            one.toSite().ifPresent(places::add);
        }
        return new TripNames(
                parties.byIds(people),
                sites.byIds(places),
                regions.byIds(areas),
                kinds.list().stream().collect(Collectors.toMap(TruckKind::id, Function.identity())));
    }

    /// Carriers, and the organisation's own truck.
    private Map<String, String> carriers(Trip trip) {
        Map<String, String> choices = new LinkedHashMap<>();
        parties.organisations(PartyKind.CARRIER, new Paging(0, MOST_CARRIERS, ""))
                .rows()
                .forEach(carrier -> choices.put(carrier.id().toString(), carrier.name()));
        choices.putIfAbsent(
                trip.orderedBy().toString(), parties.get(trip.orderedBy()).name());
        return choices;
    }

    Map<String, String> kinds(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        kinds.list().stream()
                .filter(kind -> !kind.retired())
                .forEach(kind -> choices.put(
                        kind.id().toString(), shell.pick(kind.name()) + " · " + shell.mass(kind.capacity())));
        return choices;
    }

    /// For whom the actor may propose trips.
    Map<String, String> counties(Actor actor, Shell shell) {
        if (!actor.may(Right.PLAN_TRIPS)) return Map.of();
        Set<RegionId> within = actor.everywhere() || actor.region().isEmpty()
                ? Set.of()
                : regions.countiesWithin(new RegionId(actor.region().get()));
        Map<String, String> choices = new LinkedHashMap<>();
        if (within.isEmpty())
            regions.all(org.farmgate.place.RegionKind.COUNTY)
                    .forEach(county -> choices.put(county.id().toString(), shell.pick(county.name())));
        else
            regions.byIds(within)
                    .values()
                    .forEach(county -> choices.put(county.id().toString(), shell.pick(county.name())));
        return choices;
    }

    private static TripPage.Picture picture(Trip trip, TripNames names, Shell shell) {
        Map<SiteId, FlowMap.Place> places = new LinkedHashMap<>();
        for (TripStop stop : trip.stops()) {
            Site site = names.sites().get(stop.site());
            if (site != null)
                places.putIfAbsent(
                        site.id(),
                        new FlowMap.Place(
                                site.id().toString(),
                                site.name(),
                                site.at().longitude(),
                                site.at().latitude(),
                                stop.pickUp() ? FlowMap.Kind.ORIGIN : FlowMap.Kind.DESTINATION));
        }
        List<FlowMap.Flow> flows = new ArrayList<>();
        for (int i = 1; i < trip.stops().size(); i++) {
            SiteId from = trip.stops().get(i - 1).site();
            SiteId to = trip.stops().get(i).site();
            if (!from.equals(to) && places.containsKey(from) && places.containsKey(to))
                flows.add(new FlowMap.Flow(
                        from.toString(),
                        to.toString(),
                        1,
                        shell.t(
                                "trips.km",
                                shell.number(Math.ceilDiv(trip.stops().get(i).metres(), 1000)))));
        }
        return new TripPage.Picture(List.copyOf(places.values()), flows);
    }
}
