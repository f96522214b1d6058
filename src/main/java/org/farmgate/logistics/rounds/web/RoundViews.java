package org.farmgate.logistics.rounds.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.logistics.rounds.OpenGoods;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.Rounds;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.logistics.rounds.Vehicle;
import org.farmgate.logistics.rounds.Vehicles;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.RouteMap;
import org.springframework.stereotype.Component;

/// Names, choices and maps of the pages, each kind in one query.
@Component
class RoundViews {
    private static final int MOST_CHOICES = 200;

    private final Rounds rounds;
    private final Vehicles vehicles;
    private final Sites sites;
    private final Regions regions;
    private final Parties parties;

    RoundViews(Rounds rounds, Vehicles vehicles, Sites sites, Regions regions, Parties parties) {
        this.rounds = rounds;
        this.vehicles = vehicles;
        this.sites = sites;
        this.regions = regions;
        this.parties = parties;
    }

    RoundNames names(Actor actor, Collection<Round> shown, Collection<OpenGoods> goods) {
        Set<SiteId> places = new HashSet<>();
        Set<RegionId> areas = new HashSet<>();
        Set<PartyId> people = new HashSet<>(rounds.drivers(actor));
        for (Round round : shown) {
            places.add(round.depot());
            round.driver().ifPresent(people::add);
            for (Stop stop : round.stops()) {
                stop.site().ifPresent(places::add);
                areas.add(stop.region());
            }
        }
        for (OpenGoods one : goods) {
            places.add(one.depot());
            one.site().ifPresent(places::add);
            areas.add(one.region());
        }
        return new RoundNames(
                sites.byIds(places),
                regions.byIds(areas),
                parties.byIds(people),
                vehicles.list(actor).stream().collect(Collectors.toMap(Vehicle::id, Function.identity())));
    }

    /// Where rounds may start: one's own houses, and those that are shared.
    Map<String, String> depots(Actor actor) {
        Map<String, String> choices = new LinkedHashMap<>();
        sites.ofOperator(actor.organisation(), new Paging(0, MOST_CHOICES, "")).rows().stream()
                .filter(site -> isDepot(site.kind()))
                .forEach(site -> choices.put(site.id().toString(), site.name()));
        for (SiteKind kind : List.of(SiteKind.SORTING_CENTRE, SiteKind.WAREHOUSE))
            sites.search(actor, new Paging(0, MOST_CHOICES, ""), java.util.Optional.of(kind)).rows().stream()
                    .filter(site -> !site.closed())
                    .forEach(site -> choices.putIfAbsent(site.id().toString(), site.name()));
        return choices;
    }

    private static boolean isDepot(SiteKind kind) {
        return switch (kind) {
            case WAREHOUSE, SORTING_CENTRE, STATION, PACKING_HOUSE -> true;
            case STORE, SHIP_TO, MARKET -> false;
        };
    }

    Map<String, String> vehicles(Actor actor) {
        return vehicles.list(actor).stream()
                .filter(vehicle -> !vehicle.retired())
                .collect(Collectors.toMap(
                        vehicle -> vehicle.id().toString(), Vehicle::plate, (one, _) -> one, LinkedHashMap::new));
    }

    Map<String, String> drivers(Actor actor) {
        return parties.byIds(rounds.drivers(actor)).values().stream()
                .sorted(java.util.Comparator.comparing(Party::name))
                .collect(Collectors.toMap(
                        person -> person.id().toString(), Party::name, (one, _) -> one, LinkedHashMap::new));
    }

    static List<RouteMap.Route> routes(Shell shell, List<Round> shown, RoundNames names) {
        List<RouteMap.Route> routes = new ArrayList<>();
        for (Round round : shown) {
            Site depot = names.sites().get(round.depot());
            if (depot == null) continue;
            routes.add(new RouteMap.Route(
                    round.number() + " " + names.plate(round.vehicle()),
                    routes.size(),
                    new RouteMap.Place(
                            depot.name(), depot.at().longitude(), depot.at().latitude()),
                    round.stops().stream()
                            .map(stop -> new RouteMap.Place(
                                    names.stop(shell, stop),
                                    stop.at().longitude(),
                                    stop.at().latitude()))
                            .toList(),
                    RoundWords.km(shell, round.sums().metres())));
        }
        return routes;
    }

    static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed);
        } catch (java.time.format.DateTimeParseException _) {
            return otherwise;
        }
    }
}
