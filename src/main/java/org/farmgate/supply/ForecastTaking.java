package org.farmgate.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Grade;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes and revises forecasts, many at once in a few statements: what was not said before is made, what was
/// said otherwise is revised, what was said already is left alone.
@Component
class ForecastTaking {
    private final ForecastStore store;
    private final PlotStore plots;
    private final Products products;
    private final SupplyAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForecastTaking(
            ForecastStore store,
            PlotStore plots,
            Products products,
            SupplyAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.plots = plots;
        this.products = products;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    private record Cell(PlotId plot, int grade, IsoWeek week) {}

    /// One that nothing was said of before, told as one event.
    @Transactional(propagation = Propagation.MANDATORY)
    public void one(Actor actor, ForecastEntry entry) {
        Change change = change(actor, List.of(entry), "");
        change.events.forEach(events::publishEvent);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Taken all(Actor actor, Collection<ForecastEntry> entries, String reason) {
        if (entries.isEmpty()) return new Taken(0, 0, 0);
        Change change = change(actor, entries, reason);
        List<ForecastRevised> told = change.events;
        for (int from = 0; from < told.size(); from += ForecastsRevised.MOST)
            events.publishEvent(
                    new ForecastsRevised(told.subList(from, Math.min(told.size(), from + ForecastsRevised.MOST))));
        return change.taken;
    }

    /// Refuses by FORECAST_WEEK_OUT_OF_REACH.
    void checkWeek(IsoWeek week) {
        WeekSpan reach = Forecasts.reach(LocalDate.now(clock));
        if (!reach.contains(week))
            throw new RuleBroken(SupplyRule.FORECAST_WEEK_OUT_OF_REACH, week, reach.first(), reach.last());
    }

    private record Change(Taken taken, List<ForecastRevised> events) {}

    private Change change(Actor actor, Collection<ForecastEntry> entries, String reason) {
        Map<PlotId, Plot> known = checked(actor, entries);
        Map<Cell, Forecast> said = said(entries);
        Recorded recorded = access.recorded(actor);
        List<Forecast> fresh = new ArrayList<>();
        List<Forecast> revised = new ArrayList<>();
        List<ForecastRevised> told = new ArrayList<>();
        for (ForecastEntry entry : inOrder(entries)) {
            Plot plot = java.util.Objects.requireNonNull(known.get(entry.plot()));
            Forecast before = said.get(new Cell(entry.plot(), entry.grade(), entry.week()));
            if (before == null) {
                Forecast made = made(entry, plot, recorded);
                fresh.add(made);
                told.add(event(Mass.ZERO, made));
            } else if (entry.seen().isPresent() && entry.seen().getAsInt() == 0) {
                throw new RuleBroken(SupplyRule.ALREADY_FORECAST, entry.week());
            } else if (!before.mass().equals(entry.mass()) || !before.floor().equals(entry.floor())) {
                Forecast now =
                        before.revised(entry.seen().orElse(before.revision()), entry.mass(), entry.floor(), recorded);
                revised.add(now);
                if (!before.mass().equals(now.mass())) told.add(event(before.mass(), now));
            }
        }
        write(fresh, revised, reason);
        long unchanged = (long) entries.size() - fresh.size() - revised.size();
        return new Change(new Taken(fresh.size(), revised.size(), unchanged), told);
    }

    /// Rows are always written in one order, so that two at once wait for one another and never in a circle.
    private static List<ForecastEntry> inOrder(Collection<ForecastEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(
                                (ForecastEntry entry) -> entry.plot().value())
                        .thenComparing(ForecastEntry::week)
                        .thenComparing(ForecastEntry::grade))
                .toList();
    }

    private void write(List<Forecast> fresh, List<Forecast> revised, String reason) {
        if (store.insert(fresh) < fresh.size()) {
            // Either somebody was faster, or an id was used twice.
            Set<ForecastId> ids =
                    store.byIds(fresh.stream().map(Forecast::id).toList()).keySet();
            Forecast first = fresh.stream()
                    .filter(forecast -> !ids.contains(forecast.id()))
                    .findFirst()
                    .orElseThrow(() -> new RuleBroken(SupplyRule.SUPPLY_ID_TAKEN));
            throw new RuleBroken(SupplyRule.ALREADY_FORECAST, first.week());
        }
        if (store.revise(revised) < revised.size()) {
            Forecast first = revised.getFirst();
            throw new RuleBroken(SupplyRule.FORECAST_CHANGED_MEANWHILE, first.mass(), first.floor());
        }
        if (!fresh.isEmpty()) store.insertRevisions(fresh, "");
        if (!revised.isEmpty()) store.insertRevisions(revised, reason);
    }

    private Map<PlotId, Plot> checked(Actor actor, Collection<ForecastEntry> entries) {
        Map<PlotId, Plot> known =
                plots.byIds(entries.stream().map(ForecastEntry::plot).collect(Collectors.toSet()));
        for (ForecastEntry entry : entries)
            if (!known.containsKey(entry.plot())) throw new NotFound("plot", entry.plot());
        access.requireWritingAll(
                actor, known.values().stream().map(Plot::grower).collect(Collectors.toSet()));
        Map<ProductId, List<Grade>> grades =
                products.grades(known.values().stream().map(Plot::product).collect(Collectors.toSet()));
        WeekSpan reach = Forecasts.reach(LocalDate.now(clock));
        Set<Cell> cells = new HashSet<>();
        for (ForecastEntry entry : entries) {
            Plot plot = java.util.Objects.requireNonNull(known.get(entry.plot()));
            plot.retiredOn().ifPresent(on -> {
                throw new RuleBroken(SupplyRule.PLOT_RETIRED, on);
            });
            if (grades.getOrDefault(plot.product(), List.of()).stream()
                    .noneMatch(grade -> grade.rank() == entry.grade()))
                throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, entry.grade());
            if (!reach.contains(entry.week()))
                throw new RuleBroken(SupplyRule.FORECAST_WEEK_OUT_OF_REACH, entry.week(), reach.first(), reach.last());
            if (!cells.add(new Cell(entry.plot(), entry.grade(), entry.week())))
                throw new RuleBroken(SupplyRule.ALREADY_FORECAST, entry.week());
        }
        return known;
    }

    private Map<Cell, Forecast> said(Collection<ForecastEntry> entries) {
        WeekSpan weeks = new WeekSpan(
                entries.stream()
                        .map(ForecastEntry::week)
                        .min(IsoWeek::compareTo)
                        .orElseThrow(),
                entries.stream()
                        .map(ForecastEntry::week)
                        .max(IsoWeek::compareTo)
                        .orElseThrow());
        Map<Cell, Forecast> said = new HashMap<>();
        store.ofPlots(entries.stream().map(ForecastEntry::plot).collect(Collectors.toSet()), weeks)
                .forEach(forecast -> said.put(new Cell(forecast.plot(), forecast.grade(), forecast.week()), forecast));
        return said;
    }

    private static Forecast made(ForecastEntry entry, Plot plot, Recorded recorded) {
        return new Forecast(
                entry.id(),
                plot.id(),
                plot.origin(),
                plot.grower(),
                plot.product(),
                entry.grade(),
                entry.week(),
                entry.mass(),
                entry.floor(),
                1,
                recorded);
    }

    static ForecastRevised event(Mass before, Forecast now) {
        return new ForecastRevised(
                now.id(),
                now.plot(),
                now.origin(),
                now.grower(),
                now.product(),
                now.grade(),
                now.week(),
                before,
                now.mass(),
                now.recorded().at());
    }
}
