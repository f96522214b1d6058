package org.farmgate.trade.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Tariff;
import org.farmgate.logistics.Tariffs;
import org.farmgate.logistics.TruckKind;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Distance;
import org.farmgate.place.Distances;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.Offer;
import org.farmgate.trade.docking.Demand;
import org.farmgate.trade.docking.Destination;
import org.farmgate.trade.docking.Lane;
import org.farmgate.trade.docking.Season;
import org.farmgate.trade.docking.Supply;
import org.farmgate.trade.docking.Warehouse;
import org.springframework.stereotype.Component;

/// Puts roads and tariffs under gathered rows: the whole season as the engine takes it.
@Component
class Roads {
    /// A near-market warehouse serves cities up to a day's drive away.
    static final int ONWARD_KILOMETRES = 600;

    private final Tariffs tariffs;
    private final Distances distances;
    private final Sites sites;

    Roads(Tariffs tariffs, Distances distances, Sites sites) {
        this.tariffs = tariffs;
        this.distances = distances;
        this.sites = sites;
    }

    /// Refuses by NO_TRUCK_KINDS.
    Docket docket(WeekSpan weeks, List<Offer> offers, List<Wish> wishes) {
        Tariff tariff = tariffs.current();
        if (tariff.truckKinds().isEmpty()) throw new RuleBroken(PlanningRule.NO_TRUCK_KINDS);
        List<RegionId> origins = distinct(offers.stream().map(Offer::origin).toList());
        List<RegionId> cities = distinct(wishes.stream().map(Wish::city).toList());
        List<SiteId> stores =
                tariff.warehouses().stream().map(NearMarketWarehouse::site).toList();
        Map<SiteId, Site> storeSites = sites.byIds(stores);
        List<RegionId> storeRegions =
                stores.stream().map(id -> Known.in(storeSites, id).region()).toList();

        List<RegionId> ends = new ArrayList<>(cities);
        ends.addAll(storeRegions);
        Map<Distances.Pair, Distance> from = distances.table(origins, ends);
        int estimated = 0;
        List<Lane> lanes = new ArrayList<>();
        for (int o = 0; o < origins.size(); o++)
            for (int e = 0; e < ends.size(); e++) {
                Distance distance = Known.in(from, new Distances.Pair(origins.get(o), ends.get(e)));
                Destination end = e < cities.size() ? Destination.city(e) : Destination.warehouse(e - cities.size());
                lanes.add(new Lane(o, end, distance.kilometres(), days(tariff, distance)));
                if (distance.estimated()) estimated++;
            }
        Season season = new Season(
                weeks.weeks(),
                origins.stream().map(RegionId::toString).toList(),
                cities.stream().map(RegionId::toString).toList(),
                supplies(weeks, offers, index(origins)),
                demands(weeks, wishes, index(cities), tariff),
                tariff.truckKinds().stream().map(Roads::kind).toList(),
                lanes,
                warehouses(tariff, storeRegions, cities));
        return new Docket(
                weeks,
                season,
                offers,
                wishes,
                origins,
                cities,
                stores,
                tariff.truckKinds().stream().map(TruckKind::id).toList(),
                String.valueOf(tariff.version()),
                estimated);
    }

    private static List<Supply> supplies(WeekSpan weeks, List<Offer> offers, Map<RegionId, Integer> origins) {
        return offers.stream()
                .map(offer -> new Supply(
                        offer.key(),
                        offer.grower().toString(),
                        Known.in(origins, offer.origin()),
                        offer.product().toString(),
                        offer.grade(),
                        offer.mass().grams(),
                        first(weeks, offer.ready()),
                        last(weeks, offer.ready()),
                        offer.shelfLifeDays(),
                        offer.needsCold(),
                        offer.floor().fenPerTonne()))
                .toList();
    }

    private static List<Demand> demands(
            WeekSpan weeks, List<Wish> wishes, Map<RegionId, Integer> cities, Tariff tariff) {
        long lastLeg = tariff.rates().lastLegPerTonne().fenPerTonne();
        return wishes.stream()
                .map(wish -> new Demand(
                        wish.key(),
                        wish.demand().buyer().toString(),
                        wish.demand().product().toString(),
                        wish.demand().minimumGrade(),
                        wish.mass().grams(),
                        first(weeks, wish.demand().window()),
                        last(weeks, wish.demand().window()),
                        Known.in(cities, wish.city()),
                        lastLeg,
                        wish.demand().highestDelivered().fenPerTonne()))
                .toList();
    }

    private List<Warehouse> warehouses(Tariff tariff, List<RegionId> regions, List<RegionId> cities) {
        Map<Distances.Pair, Distance> onward = distances.table(distinct(regions), cities);
        List<Warehouse> warehouses = new ArrayList<>();
        for (int w = 0; w < regions.size(); w++) {
            NearMarketWarehouse store = tariff.warehouses().get(w);
            List<Warehouse.Onward> served = new ArrayList<>();
            for (int c = 0; c < cities.size(); c++) {
                Distance distance = Known.in(onward, new Distances.Pair(regions.get(w), cities.get(c)));
                if (distance.kilometres() <= ONWARD_KILOMETRES)
                    served.add(new Warehouse.Onward(
                            c, tariff.rates().onwardPerTonne(distance).fenPerTonne(), days(tariff, distance)));
            }
            warehouses.add(new Warehouse(
                    store.site().toString(),
                    store.capacity().grams(),
                    store.perTonneWeek().fenPerTonne(),
                    store.cold(),
                    served));
        }
        return warehouses;
    }

    private static org.farmgate.trade.docking.TruckKind kind(TruckKind kind) {
        return new org.farmgate.trade.docking.TruckKind(
                kind.id().toString(),
                kind.capacity().grams(),
                kind.perTrip().fen(),
                kind.perKilometre().fen(),
                kind.cold());
    }

    /// The slowest kind's days, so that a plan holds whichever trucks come.
    private static int days(Tariff tariff, Distance distance) {
        return tariff.truckKinds().stream()
                .mapToInt(kind -> kind.transitDays(distance))
                .max()
                .orElseThrow();
    }

    /// Weeks outside the season are cut off.
    private static int first(WeekSpan season, WeekSpan window) {
        return Math.max(0, season.first().weeksUntil(window.first()));
    }

    private static int last(WeekSpan season, WeekSpan window) {
        IsoWeek last = window.last().compareTo(season.last()) < 0 ? window.last() : season.last();
        return season.first().weeksUntil(last);
    }

    private static <T> List<T> distinct(List<T> all) {
        return new ArrayList<>(new LinkedHashSet<>(all));
    }

    private static <T> Map<T, Integer> index(List<T> all) {
        Map<T, Integer> index = new HashMap<>();
        for (T one : all) index.put(one, index.size());
        return index;
    }
}
