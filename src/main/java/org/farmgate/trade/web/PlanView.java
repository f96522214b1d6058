package org.farmgate.trade.web;

import java.time.Instant;
import org.farmgate.measure.Price;
import org.farmgate.trade.planning.PlanDemand;
import org.farmgate.trade.planning.PlanLine;
import org.farmgate.trade.planning.PlanSummary;
import org.farmgate.trade.planning.PlanSupply;
import org.farmgate.trade.planning.PlanTrip;
import org.jspecify.annotations.Nullable;

/// A plan as JSON. Masses in grams, money in fen, prices in fen per tonne, weeks such as `2027-W29`; figures are
/// zero until the state is `SOLVED`.
///
/// @param gapBasisPoints how far the plan may be from the best at most
record PlanView(
        String id,
        String name,
        String firstWeek,
        String lastWeek,
        String state,
        String jobId,
        Instant madeAt,
        @Nullable String basedOn,
        int growerShareBasisPoints,
        long solveMilliseconds,
        String tariffVersion,
        long surplusFen,
        long boundFen,
        long gapBasisPoints,
        long offeredGrams,
        long wantedGrams,
        long placedGrams,
        int trucks,
        long truckCapacityGrams,
        long freightFen,
        long freightAloneFen,
        int estimatedDistances) {
    static PlanView of(PlanSummary plan) {
        return new PlanView(
                plan.id().toString(),
                plan.name(),
                plan.season().first().toString(),
                plan.season().last().toString(),
                plan.state().name(),
                plan.job().toString(),
                plan.madeAt(),
                plan.basedOn().map(Object::toString).orElse(null),
                plan.growerShare(),
                plan.solveMilliseconds(),
                plan.tariff(),
                plan.surplus().fen(),
                plan.bound().fen(),
                plan.gapBasisPoints(),
                plan.offered().grams(),
                plan.wanted().grams(),
                plan.placed().grams(),
                plan.trucks().count(),
                plan.trucks().capacity().grams(),
                plan.freight().total().fen(),
                plan.freightAlone().fen(),
                plan.estimatedDistances());
    }

    record Line(
            int line,
            String supplyKey,
            String demandKey,
            String growerId,
            String buyerId,
            String productId,
            int grade,
            String originId,
            String cityId,
            String siteId,
            @Nullable String warehouseId,
            String loadingWeek,
            String deliveryWeek,
            long grams,
            PlanLine.BuildUp priceFenPerTonne,
            @Nullable String contractId) {
        static Line of(PlanLine line) {
            return new Line(
                    line.line(),
                    line.supplyKey(),
                    line.demandKey(),
                    line.grower().toString(),
                    line.buyer().toString(),
                    line.product().toString(),
                    line.grade(),
                    line.origin().toString(),
                    line.city().toString(),
                    line.site().toString(),
                    line.warehouse().map(Object::toString).orElse(null),
                    line.loading().toString(),
                    line.delivery().toString(),
                    line.mass().grams(),
                    line.price(),
                    line.contract().map(Object::toString).orElse(null));
        }
    }

    /// @param reason why the rest stays unsold; empty where nothing does
    record Supply(
            String key,
            String growerId,
            String originId,
            String productId,
            int grade,
            String firstWeek,
            String lastWeek,
            long offeredGrams,
            long placedGrams,
            long floorFenPerTonne,
            long growerFen,
            @Nullable Long localOfferFenPerTonne,
            String reason) {
        static Supply of(PlanSupply supply) {
            return new Supply(
                    supply.key(),
                    supply.grower().toString(),
                    supply.origin().toString(),
                    supply.product().toString(),
                    supply.grade(),
                    supply.ready().first().toString(),
                    supply.ready().last().toString(),
                    supply.offered().grams(),
                    supply.placed().grams(),
                    supply.floor().fenPerTonne(),
                    supply.pay().fen(),
                    supply.localPrice().map(Price::fenPerTonne).orElse(null),
                    supply.reason());
        }
    }

    /// @param reason why the rest stays unserved; empty where nothing does
    record Demand(
            String key,
            String demandId,
            String siteId,
            String cityId,
            String buyerId,
            String productId,
            int grade,
            String firstWeek,
            String lastWeek,
            long wantedGrams,
            long placedGrams,
            long highestFenPerTonne,
            String reason) {
        static Demand of(PlanDemand demand) {
            return new Demand(
                    demand.key(),
                    demand.demand().toString(),
                    demand.site().toString(),
                    demand.city().toString(),
                    demand.buyer().toString(),
                    demand.product().toString(),
                    demand.grade(),
                    demand.window().first().toString(),
                    demand.window().last().toString(),
                    demand.wanted().grams(),
                    demand.placed().grams(),
                    demand.highest().fenPerTonne(),
                    demand.reason());
        }
    }

    record Trip(
            String originId,
            @Nullable String cityId,
            @Nullable String warehouseId,
            String week,
            String truckKindId,
            int trucks,
            long grams,
            long capacityGrams,
            int kilometres,
            long costFen) {
        static Trip of(PlanTrip trip) {
            return new Trip(
                    trip.origin().toString(),
                    trip.city().map(Object::toString).orElse(null),
                    trip.warehouse().map(Object::toString).orElse(null),
                    trip.week().toString(),
                    trip.truckKind().toString(),
                    trip.trucks(),
                    trip.mass().grams(),
                    trip.capacity().grams(),
                    trip.kilometres(),
                    trip.cost().fen());
        }
    }
}
