package org.farmgate.trade.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Offers;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Demand;
import org.farmgate.trade.Demands;
import org.farmgate.trade.ShipTo;
import org.springframework.stereotype.Component;

/// Gathers what is on offer and what is wanted in a season, each less what is already under contract, from
/// where the planner may look.
@Component
class Gathering {
    private final Offers offers;
    private final Demands demands;
    private final Contracts contracts;
    private final Reaches reaches;
    private final Sites sites;
    private final Regions regions;
    private final Roads roads;

    Gathering(
            Offers offers,
            Demands demands,
            Contracts contracts,
            Reaches reaches,
            Sites sites,
            Regions regions,
            Roads roads) {
        this.offers = offers;
        this.demands = demands;
        this.contracts = contracts;
        this.reaches = reaches;
        this.sites = sites;
        this.regions = regions;
        this.roads = roads;
    }

    /// Refuses by SEASON_WITHOUT_SUPPLY, SEASON_WITHOUT_DEMAND, NO_TRUCK_KINDS.
    Docket gather(Actor actor, WeekSpan season) {
        List<Offer> onOffer = freeOffers(actor, season);
        if (onOffer.isEmpty()) throw new RuleBroken(PlanningRule.SEASON_WITHOUT_SUPPLY);
        List<Wish> wishes = openWishes(season);
        if (wishes.isEmpty()) throw new RuleBroken(PlanningRule.SEASON_WITHOUT_DEMAND);
        return roads.docket(season, onOffer, wishes);
    }

    /// What of the offers within reach is promised to nobody. Promises follow the goods from forecast to
    /// lot, so each offer answers for itself; where that has not happened yet, accepting is refused.
    List<Offer> freeOffers(Actor actor, WeekSpan season) {
        Reach reach = reaches.of(actor);
        List<Offer> within = offers.in(season).stream()
                .filter(offer -> isWithin(reach, offer))
                .toList();
        Map<String, Mass> promised =
                contracts.committed(within.stream().map(Offer::key).toList());
        return within.stream()
                .flatMap(offer -> left(offer, promised.getOrDefault(offer.key(), Mass.ZERO)).stream())
                .toList();
    }

    private static Optional<Offer> left(Offer offer, Mass promised) {
        return promised.compareTo(offer.mass()) >= 0
                ? Optional.empty()
                : Optional.of(offer.withMass(offer.mass().minus(promised)));
    }

    private static boolean isWithin(Reach reach, Offer offer) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions within -> within.counties().contains(offer.origin());
            case Reach.Parties within -> within.parties().contains(offer.grower());
        };
    }

    private List<Wish> openWishes(WeekSpan season) {
        List<Demand> open = demands.stillWantedIn(season);
        Set<SiteId> places = open.stream()
                .flatMap(demand -> demand.shipTo().stream())
                .map(ShipTo::site)
                .collect(Collectors.toSet());
        Map<SiteId, RegionId> cities = cities(sites.byIds(places).values());
        List<Wish> wishes = new ArrayList<>();
        for (Demand demand : open)
            for (ShipTo place : demand.shipTo()) {
                RegionId city = cities.get(place.site());
                if (city != null) wishes.add(new Wish(demand, place.site(), city, place.mass()));
            }
        return wishes;
    }

    /// The city whose trucks serve a place; its own region where it lies in none.
    private Map<SiteId, RegionId> cities(Collection<Site> places) {
        Map<RegionId, RegionId> above =
                regions.citiesOf(places.stream().map(Site::region).collect(Collectors.toSet()));
        Map<SiteId, RegionId> cities = new HashMap<>();
        for (Site place : places) cities.put(place.id(), above.getOrDefault(place.region(), place.region()));
        return cities;
    }
}
