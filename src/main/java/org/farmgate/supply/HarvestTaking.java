package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.stock.Lot;
import org.farmgate.stock.Lots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes harvests down and registers their lots, many at once in a few statements.
@Component
class HarvestTaking {
    /// How many weeks a harvest may lie from the forecast that it is taken to fulfil when nobody says
    /// which.
    static final int FARTHEST_WEEKS = 2;

    private final HarvestStore store;
    private final PlotStore plots;
    private final ForecastStore forecasts;
    private final Products products;
    private final Lots lots;
    private final SupplyAccess access;
    private final Clock clock;

    HarvestTaking(
            HarvestStore store,
            PlotStore plots,
            ForecastStore forecasts,
            Products products,
            Lots lots,
            SupplyAccess access,
            Clock clock) {
        this.store = store;
        this.plots = plots;
        this.forecasts = forecasts;
        this.products = products;
        this.lots = lots;
        this.access = access;
        this.clock = clock;
    }

    /// What is to be told of those that are new.
    List<HarvestOffered> all(Actor actor, Collection<NewHarvest> wanted) {
        if (wanted.isEmpty()) return List.of();
        Map<PlotId, Plot> known =
                plots.byIds(wanted.stream().map(NewHarvest::plot).collect(Collectors.toSet()));
        for (NewHarvest harvest : wanted)
            if (!known.containsKey(harvest.plot())) throw new NotFound("plot", harvest.plot());
        access.requireWritingAll(
                actor, known.values().stream().map(Plot::grower).collect(Collectors.toSet()));
        return written(actor, wanted, known);
    }

    /// What a weight ticket brings in; whether it may was asked there.
    List<HarvestOffered> weighed(Actor actor, NewHarvest wanted) {
        return written(actor, List.of(wanted), plots.byIds(Set.of(wanted.plot())));
    }

    private List<HarvestOffered> written(Actor actor, Collection<NewHarvest> wanted, Map<PlotId, Plot> known) {
        Set<ProductId> grown = known.values().stream().map(Plot::product).collect(Collectors.toSet());
        Map<ProductId, Product> kinds = products.byIds(grown);
        Map<ProductId, List<Grade>> grades = products.grades(grown);
        Map<PlotId, List<Forecast>> expected = expected(wanted);
        Map<HarvestId, Harvest> earlier =
                store.byIds(wanted.stream().map(NewHarvest::id).toList());
        Recorded recorded = access.recorded(actor);
        List<Harvest> fresh = wanted.stream()
                .filter(harvest -> isNew(harvest, earlier.get(harvest.id())))
                .map(harvest -> {
                    Plot plot = Objects.requireNonNull(known.get(harvest.plot()));
                    check(harvest, plot, grades.getOrDefault(plot.product(), List.of()));
                    Product product = Objects.requireNonNull(kinds.get(plot.product()));
                    return harvest(harvest, plot, product, expected.getOrDefault(plot.id(), List.of()), recorded);
                })
                .toList();
        write(fresh);
        return fresh.stream().map(HarvestTaking::event).toList();
    }

    private void write(List<Harvest> fresh) {
        if (fresh.isEmpty()) return;
        lots.registerAll(fresh.stream()
                .map(harvest -> Lot.harvested(
                        harvest.lot(),
                        harvest.origin(),
                        harvest.product(),
                        harvest.grade(),
                        harvest.harvested(),
                        harvest.harvestedOn(),
                        harvest.bestBefore()))
                .toList());
        if (store.insert(fresh) < fresh.size()) throw new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN);
    }

    private static boolean isNew(NewHarvest wanted, @Nullable Harvest there) {
        if (there == null) return true;
        if (!same(wanted, there)) throw new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN);
        return false;
    }

    /// Whether the same was sent twice: the forecast it was taken off may have been found by us.
    static boolean same(NewHarvest wanted, Harvest there) {
        return there.lot().equals(wanted.lot())
                && there.plot().equals(wanted.plot())
                && there.grade() == wanted.grade()
                && there.harvestedOn().equals(wanted.harvestedOn())
                && there.harvested().equals(wanted.harvested())
                && there.offered().equals(wanted.offered())
                && there.floor().equals(wanted.floor());
    }

    private void check(NewHarvest harvest, Plot plot, List<Grade> grades) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(Harvests.LONGEST_AGO_DAYS);
        LocalDate on = harvest.harvestedOn();
        if (on.isAfter(today) || on.isBefore(first))
            throw new RuleBroken(SupplyRule.HARVEST_DATE_OUT_OF_REACH, first, today, on);
        plot.retiredOn().filter(on::isAfter).ifPresent(retired -> {
            throw new RuleBroken(SupplyRule.PLOT_RETIRED, retired);
        });
        if (grades.stream().noneMatch(grade -> grade.rank() == harvest.grade()))
            throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, harvest.grade());
    }

    private Map<PlotId, List<Forecast>> expected(Collection<NewHarvest> wanted) {
        LocalDate first = wanted.stream()
                .map(NewHarvest::harvestedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = wanted.stream()
                .map(NewHarvest::harvestedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate today = LocalDate.now(clock);
        // What lies far off is refused below; here it must not make the span too long.
        LocalDate earliest = today.minusDays(Harvests.LONGEST_AGO_DAYS);
        WeekSpan weeks = new WeekSpan(
                IsoWeek.of(first.isBefore(earliest) ? earliest : first.isAfter(today) ? today : first)
                        .plusWeeks(-FARTHEST_WEEKS),
                IsoWeek.of(last.isAfter(today) ? today : last.isBefore(earliest) ? earliest : last)
                        .plusWeeks(FARTHEST_WEEKS));
        return forecasts.ofPlots(wanted.stream().map(NewHarvest::plot).collect(Collectors.toSet()), weeks).stream()
                .collect(Collectors.groupingBy(Forecast::plot));
    }

    private Harvest harvest(NewHarvest wanted, Plot plot, Product product, List<Forecast> expected, Recorded recorded) {
        return new Harvest(
                wanted.id(),
                wanted.lot(),
                plot.id(),
                plot.origin(),
                plot.grower(),
                plot.product(),
                wanted.grade(),
                forecast(wanted, expected),
                wanted.harvestedOn(),
                wanted.harvestedOn().plusDays(product.shelfLifeDays()),
                wanted.harvested(),
                wanted.offered(),
                wanted.floor(),
                new HarvestState.Offered(),
                recorded);
    }

    /// The one that is named; else the nearest of the plot, of the same grade if there is one, the earlier
    /// of two. So a harvest is taken off what was expected even when nobody thinks of it.
    private Optional<ForecastId> forecast(NewHarvest wanted, List<Forecast> expected) {
        if (wanted.forecast().isPresent()) {
            Forecast named = forecasts
                    .find(wanted.forecast().get())
                    .orElseThrow(
                            () -> new NotFound("forecast", wanted.forecast().get()));
            if (!named.plot().equals(wanted.plot())) throw new RuleBroken(SupplyRule.FORECAST_OF_ANOTHER_PLOT);
            return wanted.forecast();
        }
        return nearest(wanted.grade(), wanted.harvestedOn(), expected).map(Forecast::id);
    }

    static Optional<Forecast> nearest(int grade, LocalDate harvestedOn, List<Forecast> expected) {
        IsoWeek week = IsoWeek.of(harvestedOn);
        Function<Forecast, Integer> distance = forecast -> Math.abs(week.weeksUntil(forecast.week()));
        return expected.stream()
                .filter(forecast -> distance.apply(forecast) <= FARTHEST_WEEKS)
                .min(Comparator.comparing((Forecast forecast) -> forecast.grade() != grade)
                        .thenComparing(distance)
                        .thenComparing(Forecast::week)
                        .thenComparing(Forecast::grade));
    }

    private static HarvestOffered event(Harvest harvest) {
        return new HarvestOffered(
                harvest.id(),
                harvest.lot(),
                harvest.plot(),
                harvest.origin(),
                harvest.grower(),
                harvest.product(),
                harvest.grade(),
                harvest.harvestedOn(),
                harvest.harvested(),
                harvest.offered(),
                harvest.recorded().at());
    }
}
