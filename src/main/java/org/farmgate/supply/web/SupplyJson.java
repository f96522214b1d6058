package org.farmgate.supply.web;

import java.time.Instant;
import java.time.LocalDate;
import org.farmgate.measure.Mass;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.ForecastRevision;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.HarvestId;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.PlotKind;
import org.farmgate.supply.Quote;
import org.farmgate.supply.QuoteId;
import org.jspecify.annotations.Nullable;

/// What programs get of supply.
final class SupplyJson {
    private SupplyJson() {}

    /// @param size square metres, hives, heads, or grams a week
    record OfPlot(
            PlotId id,
            PartyId grower,
            String name,
            PlotKind kind,
            long size,
            RegionId origin,
            RegionId region,
            @Nullable DivisionId division,
            ProductId product,
            long expectedYieldGrams,
            @Nullable LocalDate retiredOn,
            PartyId recordedBy) {
        static OfPlot of(Plot plot) {
            return new OfPlot(
                    plot.id(),
                    plot.grower(),
                    plot.name(),
                    plot.kind(),
                    plot.size().amount(),
                    plot.origin(),
                    plot.region(),
                    plot.division().orElse(null),
                    plot.product(),
                    plot.expectedYield().grams(),
                    plot.retiredOn().orElse(null),
                    plot.recorded().organisation());
        }
    }

    record OfForecast(
            ForecastId id,
            PlotId plot,
            PartyId grower,
            RegionId origin,
            ProductId product,
            int grade,
            String week,
            long massGrams,
            long harvestedGrams,
            long floorFenPerTonne,
            int revision) {
        static OfForecast of(Forecast forecast, Mass harvested) {
            return new OfForecast(
                    forecast.id(),
                    forecast.plot(),
                    forecast.grower(),
                    forecast.origin(),
                    forecast.product(),
                    forecast.grade(),
                    forecast.week().toString(),
                    forecast.mass().grams(),
                    harvested.grams(),
                    forecast.floor().fenPerTonne(),
                    forecast.revision());
        }
    }

    record OfRevision(
            int number, long massGrams, long floorFenPerTonne, String reason, PartyId organisation, Instant at) {
        static OfRevision of(ForecastRevision revision) {
            return new OfRevision(
                    revision.number(),
                    revision.mass().grams(),
                    revision.floor().fenPerTonne(),
                    revision.reason(),
                    revision.recorded().organisation(),
                    revision.recorded().at());
        }
    }

    record OfHarvest(
            HarvestId id,
            LotId lot,
            PlotId plot,
            PartyId grower,
            RegionId origin,
            ProductId product,
            int grade,
            @Nullable ForecastId forecast,
            LocalDate harvestedOn,
            LocalDate bestBefore,
            long harvestedGrams,
            long offeredGrams,
            long floorFenPerTonne,
            boolean onOffer) {
        static OfHarvest of(Harvest harvest) {
            return new OfHarvest(
                    harvest.id(),
                    harvest.lot(),
                    harvest.plot(),
                    harvest.grower(),
                    harvest.origin(),
                    harvest.product(),
                    harvest.grade(),
                    harvest.forecast().orElse(null),
                    harvest.harvestedOn(),
                    harvest.bestBefore(),
                    harvest.harvested().grams(),
                    harvest.offered().grams(),
                    harvest.floor().fenPerTonne(),
                    harvest.isOffered());
        }
    }

    record OfQuote(
            QuoteId id,
            ProductId product,
            int grade,
            RegionId county,
            RegionId place,
            LocalDate quotedOn,
            long fenPerTonne,
            String source) {
        static OfQuote of(Quote quote) {
            return new OfQuote(
                    quote.id(),
                    quote.product(),
                    quote.grade(),
                    quote.county(),
                    quote.place(),
                    quote.quotedOn(),
                    quote.price().fenPerTonne(),
                    quote.source());
        }
    }
}
