package org.farmgate.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.logistics.Warehouses;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.trade.Demand;
import org.farmgate.trade.Demands;
import org.farmgate.trade.ShipTo;
import org.springframework.stereotype.Component;

/// Where goods go, what moving them costs, and what buyers want. Every buyer posts their own demands.
@Component
class MarketLoading {
    private final Sites sites;
    private final TruckKinds truckKinds;
    private final Warehouses warehouses;
    private final Rates rates;
    private final Demands demands;

    MarketLoading(Sites sites, TruckKinds truckKinds, Warehouses warehouses, Rates rates, Demands demands) {
        this.sites = sites;
        this.truckKinds = truckKinds;
        this.warehouses = warehouses;
        this.rates = rates;
        this.demands = demands;
    }

    void load(Actor operator, PeopleLoading.Known people, int seasonYear) {
        sites.registerAll(operator, Table.read("sites").each(row -> site(row, people)));
        Table.read("trucks").each(MarketLoading::truckKind).forEach(kind -> truckKinds.register(operator, kind));
        Table.read("warehouses").each(MarketLoading::warehouse).forEach(one -> warehouses.put(operator, one));
        for (Table.Row row : Table.read("rates").rows())
            rates.set(
                    operator,
                    new LegRates(
                            new Price(row.number("last_leg_fen_per_tonne")),
                            new Price(row.number("onward_fen_per_tonne_km"))));
        var posting = new Posting(
                seasonYear,
                Table.read("grades").byKey(),
                Table.read("demand_sites").groups("demand"),
                new Wishes(
                        Table.read("varieties").byKey(), Table.read("regions").byKey()));
        Table.read("demands")
                .groups("buyer")
                .forEach((buyer, rows) -> demands.postAll(
                        people.of(buyer),
                        rows.stream().map(row -> posting.demand(row, people)).toList()));
    }

    private static Site site(Table.Row row, PeopleLoading.Known people) {
        return new Site(
                Named.site(row.key()),
                kind(row.text("kind")),
                row.registeredName(),
                Optional.of(new Gln(row.text("gln"))),
                Named.region(row.text("region")),
                row.at(),
                people.id(row.text("owner")),
                "",
                false);
    }

    private static SiteKind kind(String kind) {
        return switch (kind) {
            case "packing_house" -> SiteKind.PACKING_HOUSE;
            case "warehouse" -> SiteKind.WAREHOUSE;
            case "market" -> SiteKind.MARKET;
            case "station" -> SiteKind.STATION;
            case "sorting_centre" -> SiteKind.SORTING_CENTRE;
            case "store", "supermarket", "specialty_store", "franchised_store" -> SiteKind.STORE;
            case "filling_station", "service_area" -> SiteKind.SHIP_TO;
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static TruckKind truckKind(Table.Row row) {
        return new TruckKind(
                Named.truckKind(row.key()),
                row.name(),
                Mass.kilograms(row.number("capacity_kg")),
                new Money(row.number("cost_per_trip_fen")),
                new Money(row.number("cost_per_km_fen")),
                row.flag("cold"),
                row.count("km_per_day"),
                false);
    }

    private static NearMarketWarehouse warehouse(Table.Row row) {
        return new NearMarketWarehouse(
                Named.site(row.text("site")),
                Mass.kilograms(row.number("capacity_kg")),
                new Price(row.number("cost_fen_per_tonne_week")),
                row.flag("cold"));
    }

    private record Posting(
            int seasonYear, Map<String, Table.Row> grades, Map<String, List<Table.Row>> places, Wishes wishes) {
        Demand demand(Table.Row row, PeopleLoading.Known people) {
            return Demand.wanted(
                    Named.demand(row.key()),
                    people.id(row.text("buyer")),
                    Named.product(row.text("product")),
                    SupplyLoading.rank(grades, row.text("min_grade")),
                    new WeekSpan(week(row, "first_week"), week(row, "last_week")),
                    SupplyLoading.perKilogram(row.number("highest_price_fen_per_kg")),
                    places.getOrDefault(row.key(), List.of()).stream()
                            .map(place ->
                                    new ShipTo(Named.site(place.text("site")), Mass.kilograms(place.number("mass_kg"))))
                            .toList(),
                    row.key(),
                    wishes.note(row));
        }

        private IsoWeek week(Table.Row row, String column) {
            return new IsoWeek(seasonYear, row.count(column));
        }
    }

    /// A demand names a product and a grade; a variety or a home that the buyer would like stands in the note.
    private record Wishes(Map<String, Table.Row> varieties, Map<String, Table.Row> regions) {
        String note(Table.Row row) {
            List<String> wishes = new ArrayList<>();
            row.optional("variety")
                    .flatMap(key -> Optional.ofNullable(varieties.get(key)))
                    .ifPresent(variety -> wishes.add(inAll(variety.name())));
            row.optional("origin_wish")
                    .flatMap(key -> Optional.ofNullable(regions.get(key)))
                    .ifPresent(region -> wishes.add(inAll(region.name())));
            return String.join(" · ", wishes);
        }

        private static String inAll(Multilingual name) {
            return name.english() + " / " + name.chinese() + " / " + name.uyghur();
        }
    }
}
