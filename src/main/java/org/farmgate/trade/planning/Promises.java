package org.farmgate.trade.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.product.ProductId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Offer;
import org.farmgate.supply.PlotId;
import org.farmgate.trade.Contracts;
import org.springframework.stereotype.Component;

/// What of the offers is still free, beside what contracts hold.
///
/// A contract made before the harvest holds a forecast. When its goods are brought in they become lots, and the
/// promise still names the forecast; what the forecast itself cannot cover any more is therefore taken off the
/// lots of the same plot and product. So goods that were promised as a forecast are not offered again as a lot.
@Component
class Promises {
    /// Forecasts longer ago stand behind no contract that is still open.
    private static final int WEEKS_BACK = 52;

    private final Contracts contracts;
    private final Forecasts forecasts;

    Promises(Contracts contracts, Forecasts forecasts) {
        this.contracts = contracts;
        this.forecasts = forecasts;
    }

    private record Source(PlotId plot, ProductId product) {}

    /// The offers with what is left of each; those of which nothing is left are gone.
    List<Offer> less(List<Offer> offers, WeekSpan season) {
        Set<String> keys = offers.stream().map(Offer::key).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Source> earlier = forecastsBehind(offers, season);
        keys.addAll(earlier.keySet());
        Map<String, Mass> promised = contracts.committed(keys);
        Map<Source, Mass> uncovered = uncovered(offers, earlier, promised);
        List<Offer> left = new ArrayList<>();
        for (Offer offer : offers) {
            Mass free = minus(offer.mass(), promised.getOrDefault(offer.key(), Mass.ZERO));
            if (isLot(offer)) free = cover(free, new Source(offer.plot(), offer.product()), uncovered);
            if (!free.isZero()) left.add(offer.withMass(free));
        }
        return left;
    }

    /// The forecasts of all plots that have lots on offer, by their keys.
    private Map<String, Source> forecastsBehind(List<Offer> offers, WeekSpan season) {
        Set<PlotId> plots =
                offers.stream().filter(Promises::isLot).map(Offer::plot).collect(Collectors.toSet());
        if (plots.isEmpty()) return Map.of();
        var weeks = new WeekSpan(season.first().plusWeeks(-WEEKS_BACK), season.last());
        return forecasts.ofPlots(plots, weeks).stream()
                .collect(
                        Collectors.toMap(forecast -> Offer.keyOf(forecast.id()), Promises::source, (one, same) -> one));
    }

    private static Source source(Forecast forecast) {
        return new Source(forecast.plot(), forecast.product());
    }

    /// How much is promised of each source's forecasts beyond what these still offer.
    private static Map<Source, Mass> uncovered(
            List<Offer> offers, Map<String, Source> earlier, Map<String, Mass> promised) {
        Map<String, Mass> offered = offers.stream().collect(Collectors.toMap(Offer::key, Offer::mass));
        Map<Source, Mass> uncovered = new HashMap<>();
        earlier.forEach((key, source) -> {
            Mass beyond = minus(promised.getOrDefault(key, Mass.ZERO), offered.getOrDefault(key, Mass.ZERO));
            if (!beyond.isZero()) uncovered.merge(source, beyond, Mass::plus);
        });
        return uncovered;
    }

    private static Mass cover(Mass free, Source source, Map<Source, Mass> uncovered) {
        Mass owed = uncovered.getOrDefault(source, Mass.ZERO);
        uncovered.put(source, minus(owed, free));
        return minus(free, owed);
    }

    private static boolean isLot(Offer offer) {
        return offer.key().startsWith("lot:");
    }

    /// Never below zero.
    private static Mass minus(Mass mass, Mass taken) {
        return taken.compareTo(mass) >= 0 ? Mass.ZERO : mass.minus(taken);
    }
}
