package org.farmgate.trade.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
import org.farmgate.party.NewParty;
import org.farmgate.party.Parties;
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
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.LotId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewForecast;
import org.farmgate.supply.NewHarvest;
import org.farmgate.supply.NewPlot;
import org.farmgate.supply.NewQuote;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.supply.QuoteId;
import org.farmgate.supply.Quotes;
import org.farmgate.trade.Demand;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.Demands;
import org.farmgate.trade.ShipTo;
import org.springframework.boot.test.context.TestComponent;

/// A season that can be reckoned by hand: two equal melon growers of one county with 30 t each, one grower of a
/// late week, and a buyer far away with two stores that want 40 t together for 4 yuan a kilogram at the door.
@TestComponent
class SmallSeason {
    final IsoWeek week;
    final Actor operator;
    final Actor buyer;
    final RegionId county;
    final PartyId firstGrower;
    final PartyId secondGrower;
    final ForecastId firstForecast;
    final ForecastId lateForecast;
    final DemandId demand;
    final ProductId melon;

    final LocalDate today;

    private final Plots plots;
    private final Forecasts forecasts;
    private final Harvests harvests;

    SmallSeason(
            Regions regions,
            Sites sites,
            Parties parties,
            Products products,
            Plots plots,
            Forecasts forecasts,
            Harvests harvests,
            Quotes quotes,
            TruckKinds kinds,
            Rates rates,
            Demands demands,
            Clock clock) {
        this.plots = plots;
        this.forecasts = forecasts;
        this.harvests = harvests;
        String tag = "S" + ThreadLocalRandom.current().nextInt(100_000_000);
        today = LocalDate.now(clock);
        week = IsoWeek.of(today).plusWeeks(20);
        operator = actor(PartyId.next(), true);
        RegionId province = region(regions, RegionKind.PROVINCE, Optional.empty(), tag + "P", Optional.empty());
        county = region(
                regions, RegionKind.COUNTY, Optional.of(province), tag + "C", Optional.of(new Coordinates(42.8, 93.5)));
        RegionId city = region(
                regions,
                RegionKind.CITY,
                Optional.of(province),
                tag + "T",
                Optional.of(new Coordinates(34.75, 113.65)));
        Product product = products.register(
                operator, new Product(ProductId.next(), tag, name(tag), "melon", Storage.AMBIENT, 40, false));
        melon = product.id();
        products.addGrade(operator, new Grade(melon, 1, "A", name("A")));
        firstGrower = grower(parties, "Aygul");
        secondGrower = grower(parties, "Tursun");
        firstForecast = forecast(firstGrower, week, 30).id();
        forecast(secondGrower, week, 30);
        lateForecast = forecast(firstGrower, week.plusWeeks(10), 5).id();
        quotes.note(
                operator,
                new NewQuote(
                        QuoteId.next(), melon, 1, county, today, Price.perKilogram(Money.yuan(1)), "market board"));
        kinds.register(
                operator,
                new TruckKind(
                        TruckKindId.next(),
                        name("truck " + tag),
                        Mass.tonnes(20),
                        Money.yuan(1_000),
                        Money.yuan(5),
                        false,
                        800,
                        false));
        rates.set(operator, new LegRates(Price.perTonne(Money.yuan(100)), Price.perTonne(Money.yuan(1))));
        PartyId store = parties.register(operator, NewParty.of(PartyKind.BUYER, "Far Fruit", city))
                .id();
        buyer = actor(store, false);
        demand = demands.post(
                        buyer,
                        Demand.wanted(
                                DemandId.next(),
                                store,
                                melon,
                                1,
                                new WeekSpan(week, week.plusWeeks(1)),
                                Price.perKilogram(Money.yuan(4)),
                                List.of(
                                        new ShipTo(site(sites, store, city, "North"), Mass.tonnes(30)),
                                        new ShipTo(site(sites, store, city, "South"), Mass.tonnes(10))),
                                "",
                                ""))
                .id();
    }

    /// Brings in that much under the first grower's first forecast.
    void harvestNow(Mass mass) {
        harvests.offer(
                operator,
                new NewHarvest(
                        HarvestId.next(),
                        LotId.next(),
                        forecasts.get(firstForecast).plot(),
                        1,
                        Optional.of(firstForecast),
                        today,
                        mass,
                        mass,
                        Price.perKilogram(Money.yuan(1))));
    }

    WeekSpan season() {
        return new WeekSpan(week, week.plusWeeks(11));
    }

    private Forecast forecast(PartyId grower, IsoWeek when, long tonnes) {
        PlotId plot = PlotId.next();
        plots.register(
                operator,
                new NewPlot(
                        plot,
                        grower,
                        "field of " + when,
                        county,
                        Optional.empty(),
                        melon,
                        new PlotSize.Field(Area.parse("30", Area.Unit.MU)),
                        Mass.tonnes(tonnes)));
        return forecasts.make(
                operator,
                new NewForecast(
                        ForecastId.next(), plot, 1, when, Mass.tonnes(tonnes), Price.perKilogram(Money.yuan(1))));
    }

    private PartyId grower(Parties parties, String name) {
        return parties.register(operator, NewParty.of(PartyKind.GROWER, name, county))
                .id();
    }

    private SiteId site(Sites sites, PartyId operatedBy, RegionId city, String name) {
        return sites.register(
                        operator,
                        new Site(
                                SiteId.next(),
                                SiteKind.STORE,
                                name,
                                Optional.empty(),
                                city,
                                new Coordinates(34.75, 113.65),
                                operatedBy,
                                "",
                                false))
                .id();
    }

    private RegionId region(
            Regions regions, RegionKind kind, Optional<RegionId> parent, String code, Optional<Coordinates> at) {
        return regions.register(operator, new Region(RegionId.next(), kind, parent, code, name(code), at))
                .id();
    }

    private static Multilingual name(String text) {
        return new Multilingual(text, text, text);
    }

    static Actor actor(PartyId organisation, boolean everywhere) {
        return new Actor(
                AccountId.next(),
                PartyId.next(),
                "Test",
                organisation,
                "Test",
                Optional.empty(),
                everywhere,
                EnumSet.allOf(Right.class));
    }
}
