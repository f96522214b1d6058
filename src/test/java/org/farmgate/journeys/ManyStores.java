package org.farmgate.journeys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.ConsentPurpose;
import org.farmgate.party.Consents;
import org.farmgate.party.MemberRole;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.NewForecast;
import org.farmgate.supply.NewPlot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.testing.Cast;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.Demands;
import org.farmgate.trade.ShipTo;
import org.springframework.boot.test.context.TestComponent;

/// Two growers' melons, and two chains with sixty stores each in one city far away.
@TestComponent
class ManyStores {
    static final int STORES_EACH = 60;
    /// What each store wants.
    static final Mass EACH = Mass.kilograms(700);

    final IsoWeek week;
    final SiteId packingHouse = SiteId.next();
    final Actor otherBuyer;

    private final Cast cast;
    private final RegionId city = RegionId.next();
    private final ProductId melon = ProductId.next();

    ManyStores(
            Cast cast,
            Regions regions,
            Sites sites,
            Products products,
            Plots plots,
            Forecasts forecasts,
            TruckKinds kinds,
            Rates rates,
            Demands demands,
            Consents consents,
            Clock clock) {
        this.cast = cast;
        week = IsoWeek.of(LocalDate.now(clock)).plusWeeks(4);
        otherBuyer =
                cast.works(PartyKind.BUYER, "Corner Shops", cast.province(), "Xu Fang", "xufang", MemberRole.MANAGER);
        consents.record(
                cast.manager(),
                ConsentId.next(),
                cast.tursun().person(),
                ConsentPurpose.REPRESENTATION,
                RecordedHow.PAPER);
        regions.register(
                cast.admin(),
                new Region(
                        city,
                        RegionKind.CITY,
                        Optional.of(cast.province()),
                        "990200",
                        name("Far City"),
                        Optional.of(new Coordinates(34.75, 113.65))));
        products.register(
                cast.admin(), new Product(melon, "trip-melon", name("Melon"), "melon", Storage.AMBIENT, 60, false));
        products.addGrade(cast.admin(), new Grade(melon, 1, "A", name("Best")));
        sites.register(
                cast.admin(),
                site(packingHouse, SiteKind.PACKING_HOUSE, "Packing house", cast.county(), 38.9, 77.6, cast.manager()));
        supply(plots, forecasts);
        truck(kinds, 18, 600, 5);
        truck(kinds, 32, 900, 7);
        rates.set(cast.admin(), new LegRates(Price.perTonne(Money.yuan(100)), Price.perTonne(Money.yuan(1))));
        for (Actor buyer : List.of(cast.buyer(), otherBuyer)) demand(demands, sites, buyer);
    }

    private void supply(Plots plots, Forecasts forecasts) {
        for (Actor grower : List.of(cast.aygul(), cast.tursun())) {
            PlotId plot = PlotId.next();
            plots.register(
                    cast.manager(),
                    new NewPlot(
                            plot,
                            grower.organisation(),
                            "Field of " + grower.personName(),
                            cast.county(),
                            Optional.empty(),
                            melon,
                            new PlotSize.Field(Area.parse("60", Area.Unit.MU)),
                            Mass.tonnes(60)));
            forecasts.make(
                    cast.manager(),
                    new NewForecast(
                            ForecastId.next(), plot, 1, week, Mass.tonnes(60), Price.perKilogram(Money.yuan(1))));
        }
    }

    private void demand(Demands demands, Sites sites, Actor buyer) {
        List<ShipTo> places = new ArrayList<>();
        List<Site> stores = new ArrayList<>();
        for (int i = 0; i < STORES_EACH; i++) {
            Site store = site(
                    SiteId.next(),
                    SiteKind.STORE,
                    buyer.organisationName() + " " + (i + 1),
                    city,
                    34.70 + (i % 8) * 0.012,
                    113.60 + (i / 8) * 0.015,
                    buyer);
            stores.add(store);
            places.add(new ShipTo(store.id(), EACH));
        }
        sites.registerAll(cast.admin(), stores);
        demands.post(
                buyer,
                Demand.wanted(
                        DemandId.next(),
                        buyer.organisation(),
                        melon,
                        1,
                        new WeekSpan(week, week.plusWeeks(1)),
                        Price.perKilogram(Money.yuan(5)),
                        places,
                        "",
                        ""));
    }

    private void truck(TruckKinds kinds, int tonnes, int perTrip, int perKilometre) {
        kinds.register(
                cast.admin(),
                new TruckKind(
                        TruckKindId.next(),
                        name(tonnes + " t"),
                        Mass.tonnes(tonnes),
                        Money.yuan(perTrip),
                        Money.yuan(perKilometre),
                        false,
                        800,
                        false));
    }

    private static Site site(
            SiteId id, SiteKind kind, String name, RegionId region, double lat, double lng, Actor operator) {
        return new Site(
                id,
                kind,
                name,
                Optional.empty(),
                region,
                new Coordinates(lat, lng),
                operator.organisation(),
                "",
                false);
    }

    private static Multilingual name(String english) {
        return new Multilingual(english, "试验 " + english, "سىناق " + english);
    }
}
