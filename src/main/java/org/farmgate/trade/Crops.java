package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;
import org.farmgate.supply.Forecast;
import org.farmgate.supply.ForecastId;
import org.farmgate.supply.Forecasts;
import org.farmgate.supply.Harvest;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Plot;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Crops sold whole: which plots, what their forecasts add up to, and how contracts follow them.
@Service
@Transactional
public class Crops {
    private final CropStore store;
    private final ContractStore contracts;
    private final ContractReadStore reading;
    private final ContractAccess access;
    private final CommitmentStore commitments;
    private final StepStore steps;
    private final Forecasts forecasts;
    private final Harvests harvests;
    private final Plots plots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Crops(
            CropStore store,
            ContractStore contracts,
            ContractReadStore reading,
            ContractAccess access,
            CommitmentStore commitments,
            StepStore steps,
            Forecasts forecasts,
            Harvests harvests,
            Plots plots,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contracts = contracts;
        this.reading = reading;
        this.access = access;
        this.commitments = commitments;
        this.steps = steps;
        this.forecasts = forecasts;
        this.harvests = harvests;
        this.plots = plots;
        this.events = events;
        this.clock = clock;
    }

    /// What the plots are forecast to yield of that product, of that grade or better, in these weeks.
    @Transactional(readOnly = true)
    public Mass forecast(Collection<PlotId> wanted, ProductId product, int minimumGrade, WeekSpan window) {
        return crop(wanted, product, minimumGrade, window).forecast();
    }

    /// How what a contract expects moved, newest first.
    @Transactional(readOnly = true)
    public List<Expectation> expectations(Actor actor, ContractId id) {
        return store.expectations(access.seen(actor, id).origin(), id);
    }

    /// What a whole crop stands on.
    ///
    /// @param forecast what its plots are forecast to yield
    /// @param offers the goods by their offers: what is still to come of each forecast, and what was
    ///     brought in
    private record Crop(Mass forecast, Map<String, Long> offers) {}

    private Crop crop(ContractTerms terms, Quantity.WholeCrop crop) {
        return crop(crop.plots(), terms.product(), terms.minimumGrade(), terms.window());
    }

    private Crop crop(Collection<PlotId> wanted, ProductId product, int minimumGrade, WeekSpan window) {
        Map<ForecastId, Forecast> expected = forecasts.ofPlots(wanted, window).stream()
                .filter(forecast -> forecast.product().equals(product) && forecast.grade() <= minimumGrade)
                .collect(Collectors.toMap(Forecast::id, forecast -> forecast));
        Map<ForecastId, List<Harvest>> brought = harvests.ofPlots(wanted).stream()
                .filter(harvest ->
                        harvest.forecast().filter(expected::containsKey).isPresent())
                .collect(Collectors.groupingBy(harvest -> harvest.forecast().orElseThrow()));
        long forecast = 0;
        Map<String, Long> goods = new HashMap<>();
        for (Forecast one : expected.values()) {
            forecast += one.mass().grams();
            long left = one.mass().grams();
            for (Harvest harvest : brought.getOrDefault(one.id(), List.of())) {
                left -= harvest.harvested().grams();
                if (harvest.isOffered() && harvest.grade() <= minimumGrade)
                    goods.put(Offer.keyOf(harvest.lot()), harvest.offered().grams());
            }
            goods.put(Offer.keyOf(one.id()), Math.max(0, left));
        }
        return new Crop(new Mass(forecast), goods);
    }

    /// Refuses by CONTRACT_PLOT_NOT_THE_SELLERS.
    void check(ContractTerms terms) {
        if (!(terms.quantity() instanceof Quantity.WholeCrop crop)) return;
        Set<PartyId> growers = new HashSet<>(terms.onBehalfOf());
        growers.add(terms.seller());
        Map<PlotId, Plot> known = plots.byIds(crop.plots());
        for (PlotId id : crop.plots()) {
            Plot plot = known.get(id);
            boolean theirs = plot != null
                    && growers.contains(plot.grower())
                    && plot.product().equals(terms.product())
                    && plot.origin().equals(terms.origin())
                    && !plot.isRetired();
            if (!theirs) throw new RuleBroken(TradeRule.CONTRACT_PLOT_NOT_THE_SELLERS);
        }
    }

    /// Takes the named crops off the market: no other contract may name the plots, and nothing of their
    /// forecasts is offered. Under other terms, what stood behind the earlier ones is given back first.
    /// Refuses by CONTRACT_CROP_TAKEN.
    void take(ContractId id, ContractTerms terms) {
        boolean wasCrop = store.freePlots(List.of(id));
        if (!(terms.quantity() instanceof Quantity.WholeCrop crop)) {
            if (wasCrop) store.follow(terms.origin(), id, store.backing(terms.origin(), id), Map.of());
            return;
        }
        if (!store.takePlots(terms.origin(), id, terms.product(), crop.plots()))
            throw new RuleBroken(TradeRule.CONTRACT_CROP_TAKEN);
        Map<String, Long> before = store.backing(terms.origin(), id);
        Map<String, Long> now = crop(terms, crop).offers();
        List<CommitmentStore.Promise> promises = new ArrayList<>();
        now.forEach((key, grams) -> {
            if (grams > 0 && !before.containsKey(key))
                promises.add(new CommitmentStore.Promise(terms.origin(), key, grams, grams));
        });
        if (!promises.isEmpty() && !commitments.promise(promises)) throw new RuleBroken(TradeRule.CONTRACT_CROP_TAKEN);
        // What was promised just now counts as before, so that it is not promised twice.
        Map<String, Long> promised = new HashMap<>(before);
        promises.forEach(promise -> promised.put(promise.offerKey(), promise.grams()));
        store.follow(terms.origin(), id, promised, now);
    }

    /// Lets the contracts that these plots are sold under expect what is forecast now. What stands is read
    /// again, not taken from the news, so it does no harm to hear the same news twice or late. What was
    /// brought in stands behind them by its lots.
    void recount(Collection<PlotId> revised) {
        if (!revised.isEmpty()) store.contractsOf(revised).forEach(this::recount);
    }

    private void recount(ContractId id) {
        contracts.originOf(id).ifPresent(origin -> contracts.lock(origin, id));
        Contract contract = reading.find(id).orElseThrow();
        if (!(contract.terms().quantity() instanceof Quantity.WholeCrop crop)
                || !contract.stage().reserves()) return;
        ContractTerms terms = contract.terms();
        Crop stands = crop(terms, crop);
        Map<String, Long> now = stands.offers();
        Map<String, Long> before = store.backing(contract.origin(), id);
        if (now.equals(before)) return;
        store.follow(contract.origin(), id, before, now);
        Mass forecast = stands.forecast();
        Mass expected = crop.expected(forecast);
        Mass expectedBefore = contract.balance().contracted();
        contracts.expect(contract.origin(), id, forecast, expected, crop.most(forecast));
        if (expected.equals(expectedBefore)) return;
        Instant at = clock.instant();
        store.insertExpectation(contract.origin(), id, expectedBefore, expected, at);
        steps.add(
                List.of(StepStore.Subject.of(contract)),
                ContractStep.Kind.FORECAST_MOVED,
                Optional.empty(),
                at,
                expectedBefore + " → " + expected);
        events.publishEvent(new ContractQuantityMoved(id, contract.origin(), expectedBefore, expected, at));
    }
}
