package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Area;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.stock.LotId;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// A melon of two grades, and short ways to what grows of it. Weeks and days are counted from the clock's
/// today.
@Lazy
@TestComponent
class Season {
    final ProductId melon = ProductId.next();
    final Cast cast;
    final LocalDate today;
    final IsoWeek thisWeek;
    private final Plots plots;
    private final Forecasts forecasts;

    Season(Cast cast, Products products, Plots plots, Forecasts forecasts, Clock clock) {
        this.cast = cast;
        this.plots = plots;
        this.forecasts = forecasts;
        this.today = LocalDate.now(clock);
        this.thisWeek = IsoWeek.of(today);
        products.register(
                cast.admin(),
                new Product(melon, "test-melon", name("Test melon"), "melon", Storage.AMBIENT, 28, false));
        products.addGrade(cast.admin(), new Grade(melon, 1, "A", name("Best")));
        products.addGrade(cast.admin(), new Grade(melon, 2, "B", name("Second")));
    }

    NewPlot newPlot(PartyId grower, String name) {
        return new NewPlot(
                PlotId.next(),
                grower,
                name,
                cast.county(),
                Optional.empty(),
                melon,
                new PlotSize.Field(Area.parse("10", Area.Unit.MU)),
                Mass.tonnes(30));
    }

    /// Of Aygul, under a name of its own.
    Plot plot() {
        return plotOf(cast.aygul());
    }

    Plot plotOf(Actor grower) {
        return plots.register(grower, newPlot(grower.organisation(), "plot " + PlotId.next()));
    }

    Forecast forecast(Plot plot, int weeksAhead, Mass mass) {
        return forecasts.make(
                cast.aygul(),
                new NewForecast(ForecastId.next(), plot.id(), 1, thisWeek.plusWeeks(weeksAhead), mass, yuan("2.40")));
    }

    NewHarvest harvest(Plot plot, Mass harvested, Mass offered) {
        return new NewHarvest(
                HarvestId.next(),
                LotId.next(),
                plot.id(),
                1,
                Optional.empty(),
                today,
                harvested,
                offered,
                yuan("2.40"));
    }

    static Price yuan(String perKilogram) {
        return Price.parseYuanPerKilogram(perKilogram);
    }

    static Multilingual name(String english) {
        return new Multilingual(english, "试验", "سىناق");
    }

    static <T> T only(List<T> all) {
        if (all.size() != 1) throw new AssertionError(all.toString());
        return all.getFirst();
    }
}
