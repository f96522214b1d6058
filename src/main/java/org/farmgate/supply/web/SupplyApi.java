package org.farmgate.supply.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.ForecastListing;
import org.farmgate.supply.ForecastQuery;
import org.farmgate.supply.ForecastRevision;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.HarvestListing;
import org.farmgate.supply.HarvestQuery;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.NewForecast;
import org.farmgate.supply.NewHarvest;
import org.farmgate.supply.NewPlot;
import org.farmgate.supply.NewQuote;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotKind;
import org.farmgate.supply.PlotQuery;
import org.farmgate.supply.PlotSize;
import org.farmgate.supply.Plots;
import org.farmgate.supply.Quote;
import org.farmgate.supply.QuoteId;
import org.farmgate.supply.QuoteQuery;
import org.farmgate.supply.Quotes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Supply for programs. Masses are grams, prices fen a tonne; ids may be made by the asker, and then asking
/// twice makes one thing.
@RestController
@RequestMapping("/api/v1")
@Needs({Right.SEE_SUPPLY, Right.REGISTER_SUPPLY})
class SupplyApi {
    private final Plots plots;
    private final Forecasts forecasts;
    private final Harvests harvests;
    private final Quotes quotes;
    private final Lots lots;

    SupplyApi(Plots plots, Forecasts forecasts, Harvests harvests, Quotes quotes, Lots lots) {
        this.plots = plots;
        this.forecasts = forecasts;
        this.harvests = harvests;
        this.quotes = quotes;
        this.lots = lots;
    }

    @GetMapping("/plots")
    Slice<SupplyJson.OfPlot> plots(Actor actor, Paging paging) {
        return plots.search(actor, PlotQuery.all(paging)).map(SupplyJson.OfPlot::of);
    }

    @GetMapping("/plots/{id}")
    SupplyJson.OfPlot plot(Actor actor, @PathVariable PlotId id) {
        return SupplyJson.OfPlot.of(plots.see(actor, id));
    }

    /// `size` is square metres, hives, heads, or grams a week.
    @PostMapping("/plots")
    @Needs(Right.REGISTER_SUPPLY)
    @ResponseStatus(HttpStatus.CREATED)
    SupplyJson.OfPlot register(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        PlotId id = fields.id("id", PlotId::new);
        PartyId grower = fields.isEmpty("grower") ? actor.organisation() : fields.id("grower", PartyId::new);
        String name = fields.text("name", Plot.LONGEST_NAME);
        RegionId region = fields.id("region", RegionId::new);
        Optional<DivisionId> division = fields.optional("division", some -> some.id("division", DivisionId::new));
        ProductId product = fields.id("product", ProductId::new);
        PlotKind kind = fields.choice("kind", PlotKind.class);
        Long size = fields.number("size", 1, Mass.GREATEST_GRAMS);
        Long expected = fields.number("expectedYieldGrams", 0, Mass.GREATEST_GRAMS);
        fields.check();
        Plot plot = plots.register(
                actor,
                new NewPlot(id, grower, name, region, division, product, PlotSize.of(kind, size), new Mass(expected)));
        return SupplyJson.OfPlot.of(plot);
    }

    @GetMapping("/forecasts")
    Slice<SupplyJson.OfForecast> forecasts(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String week) {
        var query = new ForecastQuery(
                paging,
                Query.id(product, ProductId::new),
                Query.week(week).map(one -> new WeekSpan(one, one)),
                Optional.empty());
        return forecasts
                .search(actor, query)
                .map((ForecastListing row) -> SupplyJson.OfForecast.of(row.forecast(), row.harvested()));
    }

    @GetMapping("/forecasts/{id}")
    SupplyJson.OfForecast forecast(Actor actor, @PathVariable ForecastId id) {
        Forecast forecast = forecasts.see(actor, id);
        return SupplyJson.OfForecast.of(
                forecast, forecasts.harvested(List.of(id)).getOrDefault(id, Mass.ZERO));
    }

    @PostMapping("/forecasts")
    @Needs(Right.REGISTER_SUPPLY)
    @ResponseStatus(HttpStatus.CREATED)
    SupplyJson.OfForecast make(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        ForecastId id = fields.id("id", ForecastId::new);
        PlotId plot = fields.id("plot", PlotId::new);
        Long grade = fields.number("grade", 1, 9);
        IsoWeek week = fields.week("week");
        Long mass = fields.number("massGrams", 1, Mass.GREATEST_GRAMS);
        Long floor = fields.number("floorFenPerTonne", 0, Price.GREATEST_FEN_PER_TONNE);
        fields.check();
        Forecast made = forecasts.make(
                actor, new NewForecast(id, plot, Math.toIntExact(grade), week, new Mass(mass), new Price(floor)));
        return SupplyJson.OfForecast.of(made, Mass.ZERO);
    }

    @GetMapping("/forecasts/{id}/revisions")
    List<SupplyJson.OfRevision> revisions(Actor actor, @PathVariable ForecastId id) {
        return forecasts.history(actor, id).stream()
                .map(SupplyJson.OfRevision::of)
                .toList();
    }

    @PostMapping("/forecasts/{id}/revisions")
    @Needs(Right.REGISTER_SUPPLY)
    SupplyJson.OfForecast revise(Actor actor, @PathVariable ForecastId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        Long seen = fields.number("seenRevision", 1, 1_000_000);
        Long mass = fields.number("massGrams", 0, Mass.GREATEST_GRAMS);
        Long floor = fields.number("floorFenPerTonne", 0, Price.GREATEST_FEN_PER_TONNE);
        String reason = fields.text("reason", ForecastRevision.LONGEST_REASON);
        fields.check();
        forecasts.revise(actor, id, Math.toIntExact(seen), new Mass(mass), new Price(floor), reason);
        return forecast(actor, id);
    }

    @GetMapping("/harvests")
    Slice<SupplyJson.OfHarvest> harvests(Actor actor, Paging paging) {
        return harvests.search(actor, HarvestQuery.all(paging))
                .map((HarvestListing row) -> SupplyJson.OfHarvest.of(row.harvest()));
    }

    @GetMapping("/harvests/{id}")
    SupplyJson.OfHarvest harvest(Actor actor, @PathVariable HarvestId id) {
        return SupplyJson.OfHarvest.of(harvests.see(actor, id));
    }

    @PostMapping("/harvests")
    @Needs(Right.REGISTER_SUPPLY)
    @ResponseStatus(HttpStatus.CREATED)
    SupplyJson.OfHarvest offer(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        HarvestId id = fields.id("id", HarvestId::new);
        LotId lot = fields.id("lot", LotId::new);
        PlotId plot = fields.id("plot", PlotId::new);
        Optional<ForecastId> forecast = fields.optional("forecast", some -> some.id("forecast", ForecastId::new));
        Long grade = fields.number("grade", 1, 9);
        LocalDate on = fields.date("harvestedOn");
        Long harvested = fields.number("harvestedGrams", 1, Mass.GREATEST_GRAMS);
        Long offered = fields.number("offeredGrams", 0, Mass.GREATEST_GRAMS);
        Long floor = fields.number("floorFenPerTonne", 0, Price.GREATEST_FEN_PER_TONNE);
        fields.check();
        return SupplyJson.OfHarvest.of(harvests.offer(
                actor,
                new NewHarvest(
                        id,
                        lot,
                        plot,
                        Math.toIntExact(grade),
                        forecast,
                        on,
                        new Mass(harvested),
                        new Mass(offered),
                        new Price(floor))));
    }

    @PostMapping("/harvests/{id}/withdrawal")
    @Needs(Right.REGISTER_SUPPLY)
    SupplyJson.OfHarvest withdraw(Actor actor, @PathVariable HarvestId id, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        String reason = fields.text("reason", ForecastRevision.LONGEST_REASON);
        fields.check();
        return SupplyJson.OfHarvest.of(harvests.withdraw(actor, id, reason));
    }

    /// The lot of a harvest within reach.
    @GetMapping("/harvests/{id}/lot")
    Lot lot(Actor actor, @PathVariable HarvestId id) {
        return lots.get(harvests.see(actor, id).lot());
    }

    @GetMapping("/quotes")
    Slice<SupplyJson.OfQuote> quotes(Actor actor, Paging paging) {
        return quotes.search(actor, QuoteQuery.all(paging)).map(SupplyJson.OfQuote::of);
    }

    @PostMapping("/quotes")
    @Needs(Right.REGISTER_SUPPLY)
    @ResponseStatus(HttpStatus.CREATED)
    SupplyJson.OfQuote note(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        QuoteId id = fields.id("id", QuoteId::new);
        ProductId product = fields.id("product", ProductId::new);
        Long grade = fields.number("grade", 1, 9);
        RegionId place = fields.id("place", RegionId::new);
        LocalDate on = fields.date("quotedOn");
        Long price = fields.number("fenPerTonne", 1, Price.GREATEST_FEN_PER_TONNE);
        String source = fields.text("source", Quote.LONGEST_SOURCE);
        fields.check();
        return SupplyJson.OfQuote.of(quotes.note(
                actor, new NewQuote(id, product, Math.toIntExact(grade), place, on, new Price(price), source)));
    }

    /// A missing id is made here.
    private static Fields fields(Map<String, Object> body) {
        Map<String, String> texts = new HashMap<>();
        body.forEach((name, value) -> {
            if (value != null) texts.put(name, value.toString());
        });
        texts.putIfAbsent("id", Id.next().toString());
        texts.putIfAbsent("lot", Id.next().toString());
        return new Fields(texts);
    }
}
