package org.farmgate.trade.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Quote;
import org.farmgate.supply.QuoteKey;
import org.farmgate.trade.docking.Allocation;
import org.farmgate.trade.docking.Destination;
import org.farmgate.trade.docking.Plan;
import org.farmgate.trade.docking.Trip;

/// Reads what the engine answered back into growers, buyers, places and prices: who pays which part of a truck,
/// what the grower gets, what the buyer saves.
final class PlanReading {
    private final Docket docket;
    private final Plan plan;
    private final int growerShare;
    private final Map<QuoteKey, Quote> quotes;
    private final Map<String, Offer> offers;
    private final Map<String, Wish> wishes;
    private final Map<RegionId, Integer> originNumbers = new HashMap<>();

    /// @param growerShare of the surplus, in basis points
    PlanReading(Docket docket, Plan plan, int growerShare, Map<QuoteKey, Quote> quotes) {
        this.docket = docket;
        this.plan = plan;
        this.growerShare = growerShare;
        this.quotes = quotes;
        this.offers = docket.offers().stream().collect(Collectors.toMap(Offer::key, Function.identity()));
        this.wishes = docket.wishes().stream().collect(Collectors.toMap(Wish::key, Function.identity()));
        docket.origins().forEach(origin -> originNumbers.put(origin, originNumbers.size()));
    }

    PlanResult read() {
        List<PlanLine> lines = lines();
        return new PlanResult(totals(), supplies(lines), demands(), lines, trips());
    }

    private PlanTotals totals() {
        long offered = docket.offers().stream()
                .mapToLong(offer -> offer.mass().grams())
                .sum();
        long wanted =
                docket.wishes().stream().mapToLong(wish -> wish.mass().grams()).sum();
        return new PlanTotals(
                Math.round(plan.seconds() * 1000),
                docket.tariff(),
                plan.surplusFen(),
                plan.boundFen(),
                offered,
                wanted,
                plan.allocations().stream().mapToLong(Allocation::grams).sum(),
                plan.trips().stream().mapToInt(Trip::count).sum(),
                plan.trips().stream().mapToLong(Trip::capacityGrams).sum(),
                plan.freight().trucksFen(),
                plan.freight().lastLegFen(),
                plan.freight().onwardFen(),
                plan.freight().storageFen(),
                plan.freightAloneFen(),
                docket.estimatedLanes());
    }

    private record Run(int origin, Destination destination, int week) {}

    /// Trucks of several kinds that run together are paid for together.
    private List<PlanLine> lines() {
        Map<Run, Long> costs = plan.trips().stream()
                .collect(Collectors.groupingBy(
                        trip -> new Run(trip.origin(), trip.destination(), trip.week()),
                        Collectors.summingLong(Trip::costFen)));
        Map<Run, List<Allocation>> loads = plan.allocations().stream().collect(Collectors.groupingBy(this::run));
        Map<Allocation, Long> trucking = new java.util.IdentityHashMap<>();
        loads.forEach((run, on) -> {
            long[] shares = TripShares.split(
                    costs.getOrDefault(run, 0L),
                    on.stream()
                            .map(a -> new TripShares.Load(a.grams(), margin(a)))
                            .toList());
            for (int i = 0; i < shares.length; i++) trucking.put(on.get(i), shares[i]);
        });
        List<PlanLine> lines = new ArrayList<>();
        for (Allocation allocation : plan.allocations())
            lines.add(line(lines.size() + 1, allocation, Known.in(trucking, allocation)));
        return lines;
    }

    private Run run(Allocation allocation) {
        int origin =
                Known.in(originNumbers, Known.in(offers, allocation.supplyKey()).origin());
        return new Run(origin, allocation.destination(), allocation.loadingWeek());
    }

    private static long margin(Allocation a) {
        return a.buildUp().surplusFenPerTonne() + a.buildUp().truckingFenPerTonne();
    }

    private PlanLine line(int number, Allocation a, long trucking) {
        Offer offer = Known.in(offers, a.supplyKey());
        Wish wish = Known.in(wishes, a.demandKey());
        long surplus = margin(a) - trucking;
        long growerGain = surplus <= 0 ? 0 : surplus * growerShare / PlanRequest.ALL_BASIS_POINTS;
        var price = new PlanLine.BuildUp(
                a.buildUp().floorFenPerTonne(),
                growerGain,
                trucking,
                a.buildUp().storageFenPerTonne(),
                a.buildUp().onwardFenPerTonne(),
                a.buildUp().lastLegFenPerTonne(),
                surplus - growerGain,
                a.buildUp().deliveredFenPerTonne());
        return new PlanLine(
                offer.origin(),
                number,
                a.supplyKey(),
                a.demandKey(),
                offer.grower(),
                wish.demand().buyer(),
                offer.product(),
                offer.grade(),
                wish.city(),
                wish.site(),
                warehouse(a.destination()),
                docket.week(a.loadingWeek()),
                docket.week(a.deliveryWeek()),
                new Mass(a.grams()),
                price,
                Optional.empty());
    }

    private List<PlanSupply> supplies(List<PlanLine> lines) {
        Map<String, Long> unsold =
                plan.unsold().stream().collect(Collectors.toMap(Plan.Unsold::supplyKey, Plan.Unsold::grams));
        Map<String, String> reasons = plan.unsold().stream()
                .collect(
                        Collectors.toMap(Plan.Unsold::supplyKey, u -> u.reason().name()));
        Map<String, Long> pay = lines.stream()
                .collect(Collectors.groupingBy(
                        PlanLine::supplyKey,
                        Collectors.summingLong(
                                line -> line.price().farmGate().of(line.mass()).fen())));
        Map<EqualKey, Integer> groups = new HashMap<>();
        return docket.offers().stream()
                .map(offer -> new PlanSupply(
                        offer.key(),
                        offer.grower(),
                        offer.origin(),
                        offer.division(),
                        offer.product(),
                        offer.grade(),
                        offer.ready(),
                        offer.mass(),
                        offer.mass().minus(new Mass(unsold.getOrDefault(offer.key(), 0L))),
                        offer.floor(),
                        new Money(pay.getOrDefault(offer.key(), 0L)),
                        localPrice(offer),
                        groups.computeIfAbsent(EqualKey.of(offer), _ -> groups.size()),
                        unsold.getOrDefault(offer.key(), 0L) == 0 ? "" : reasons.getOrDefault(offer.key(), "")))
                .toList();
    }

    /// What makes two growers' rows equal.
    private record EqualKey(
            RegionId origin,
            org.farmgate.product.ProductId product,
            int grade,
            org.farmgate.measure.WeekSpan ready,
            int shelfLifeDays,
            Price floor) {
        static EqualKey of(Offer offer) {
            return new EqualKey(
                    offer.origin(),
                    offer.product(),
                    offer.grade(),
                    offer.ready(),
                    offer.shelfLifeDays(),
                    offer.floor());
        }
    }

    private Optional<Price> localPrice(Offer offer) {
        return Optional.ofNullable(quotes.get(new QuoteKey(offer.product(), offer.grade(), offer.origin())))
                .map(Quote::price);
    }

    private List<PlanDemand> demands() {
        Map<String, Plan.Unmet> unmet =
                plan.unmet().stream().collect(Collectors.toMap(Plan.Unmet::demandKey, Function.identity()));
        return docket.wishes().stream()
                .map(wish -> {
                    Plan.Unmet left = unmet.get(wish.key());
                    long grams = left == null ? 0 : left.grams();
                    return new PlanDemand(
                            wish.key(),
                            wish.demand().id(),
                            wish.site(),
                            wish.city(),
                            wish.demand().buyer(),
                            wish.demand().product(),
                            wish.demand().minimumGrade(),
                            wish.demand().window(),
                            wish.mass(),
                            wish.mass().minus(new Mass(grams)),
                            wish.demand().highestDelivered(),
                            left == null || grams == 0 ? "" : left.reason().name());
                })
                .toList();
    }

    private List<PlanTrip> trips() {
        List<PlanTrip> trips = new ArrayList<>();
        for (Trip trip : plan.trips()) {
            boolean toWarehouse = trip.destination().isWarehouse();
            trips.add(new PlanTrip(
                    docket.origins().get(trip.origin()),
                    trips.size() + 1,
                    toWarehouse
                            ? Optional.empty()
                            : Optional.of(docket.cities().get(trip.destination().index())),
                    warehouse(trip.destination()),
                    docket.week(trip.week()),
                    docket.truckKinds().get(trip.truckKind()),
                    trip.count(),
                    new Mass(trip.grams()),
                    new Mass(trip.capacityGrams()),
                    docket.kilometres(trip.origin(), trip.destination()),
                    new Money(trip.costFen())));
        }
        return trips;
    }

    private Optional<SiteId> warehouse(Destination destination) {
        return destination.isWarehouse() ? Optional.of(docket.warehouses().get(destination.index())) : Optional.empty();
    }
}
