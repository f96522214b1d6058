package org.farmgate.trade.docking;

import java.util.Arrays;

/// Lowers the dual bound by moving prices against excess: where more is loaded than there is, the price rises;
/// where less, it falls. Steps are sized by a share (the stride) of the distance to the best plan known (Polyak),
/// and directions are averaged.
final class DualDescent {
    private static final double AVERAGING = 0.2;
    private static final int PATIENCE = 30;
    private static final double SHRINKING = 0.7;
    private static final double LEAST_STRIDE = 0.01;

    /// As long as no good plan is known, the bound is taken to be no further than this above the best: steps
    /// towards a far target overshoot.
    private static final double FARTHEST_TARGET = 0.02;

    private final Market market;
    private final LaneWeek laneWeek;
    private final double[] supply;
    private final double[] demand;
    private final double[] room;
    private final double[] supplyUse;
    private final double[] demandUse;
    private final double[] roomUse;
    private final double[] supplyAverage;
    private final double[] demandAverage;
    private final double[] roomAverage;

    /// No price need ever lie further from nothing than this.
    private final double limit;

    private Prices bestPrices;
    private volatile long bestMicrofen;
    private double stride = 1;
    private double steepness;
    private int sinceLower;
    private boolean news;

    DualDescent(Market market, Prices start) {
        this.market = market;
        this.laneWeek = new LaneWeek(market);
        supply = Arrays.stream(start.supply()).asDoubleStream().toArray();
        demand = Arrays.stream(start.demand()).asDoubleStream().toArray();
        room = Arrays.stream(start.room()).asDoubleStream().toArray();
        supplyUse = new double[supply.length];
        demandUse = new double[demand.length];
        roomUse = new double[room.length];
        supplyAverage = new double[supply.length];
        demandAverage = new double[demand.length];
        roomAverage = new double[room.length];
        limit = highestPrice(market);
        bestPrices = start;
        bestMicrofen = Long.MAX_VALUE;
    }

    private static double highestPrice(Market market) {
        long highest = 1;
        for (int g = 0; g < market.supplies.count(); g++) {
            long[] steps = market.supplies.stepPrice[g];
            highest = Math.max(highest, steps[steps.length - 1]);
        }
        for (int d = 0; d < market.demands.count(); d++) {
            highest = Math.max(highest, Math.abs(market.demands.stepPrice[d][0]));
        }
        return 4.0 * highest;
    }

    Prices bestPrices() {
        return bestPrices;
    }

    long bestMicrofen() {
        return bestMicrofen;
    }

    /// Whether the bound fell noticeably since this was last asked.
    boolean takeNews() {
        boolean was = news;
        news = false;
        return was;
    }

    /// One evaluation and one move towards `targetMicrofen`, a value the bound cannot go below.
    void step(long targetMicrofen) {
        double mix = AVERAGING;
        Prices prices = rounded();
        long value = evaluate(prices);
        if (value < bestMicrofen) {
            news |= value < bestMicrofen - bestMicrofen / 1_000_000;
            bestMicrofen = value;
            bestPrices = prices;
            settle(true);
        } else {
            settle(false);
        }
        double norm = 0;
        steepness = 0;
        norm += average(supplyAverage, supplyUse, prices.supply(), market.supplies, true, mix);
        norm += average(demandAverage, demandUse, prices.demand(), market.demands, false, mix);
        for (int r = 0; r < room.length; r++) {
            double capacity = market.season.warehouses().get(r / market.weeks).capacityGrams();
            double slope = roomUse[r] - capacity;
            roomAverage[r] = mix * slope + (1 - mix) * roomAverage[r];
            norm += roomAverage[r] * roomAverage[r] / Math.max(1, capacity);
            steepness += slope * slope / Math.max(1, capacity);
        }
        double target = Math.max(targetMicrofen, value - value * FARTHEST_TARGET);
        double length = stride * Math.max(0, value - target) / Math.max(1, Math.max(norm, steepness));
        for (int g = 0; g < supply.length; g++) {
            double moved = supply[g] + length * supplyAverage[g] / market.supplies.grams[g];
            double least = market.supplies.must[g] ? -limit : market.supplies.stepPrice[g][0];
            supply[g] = Math.clamp(moved, least, limit);
        }
        for (int d = 0; d < demand.length; d++) {
            double moved = demand[d] - length * demandAverage[d] / market.demands.grams[d];
            double most = market.demands.must[d] ? limit : market.demands.stepPrice[d][0];
            demand[d] = Math.clamp(moved, -limit, most);
        }
        for (int r = 0; r < room.length; r++) {
            double capacity = market.season.warehouses().get(r / market.weeks).capacityGrams();
            room[r] = Math.clamp(room[r] + length * roomAverage[r] / Math.max(1, capacity), 0, limit);
        }
    }

    /// Shortens the stride when the bound has not fallen for a while, and goes back to the best prices.
    private void settle(boolean lower) {
        if (lower) {
            sinceLower = 0;
        } else if (++sinceLower > PATIENCE) {
            sinceLower = 0;
            stride = stride * SHRINKING < LEAST_STRIDE ? 1 : stride * SHRINKING;
            restart();
        }
    }

    private void restart() {
        copy(bestPrices.supply(), supply);
        copy(bestPrices.demand(), demand);
        copy(bestPrices.room(), room);
    }

    private static void copy(long[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i];
        }
    }

    private double average(double[] average, double[] use, long[] price, Groups side, boolean asks, double mix) {
        double norm = 0;
        for (int g = 0; g < average.length; g++) {
            double there = 0;
            long before = 0;
            for (int s = 0; s < side.stepPrice[g].length; s++) {
                boolean active =
                        side.must[g] || (asks ? side.stepPrice[g][s] < price[g] : side.stepPrice[g][s] > price[g]);
                there += active ? side.stepUpTo[g][s] - before : 0;
                before = side.stepUpTo[g][s];
            }
            double slope = use[g] - there;
            average[g] = mix * slope + (1 - mix) * average[g];
            norm += average[g] * average[g] / side.grams[g];
            steepness += slope * slope / side.grams[g];
        }
        return norm;
    }

    private Prices rounded() {
        return new Prices(
                Arrays.stream(supply).mapToLong(Math::round).toArray(),
                Arrays.stream(demand).mapToLong(Math::round).toArray(),
                Arrays.stream(room).mapToLong(Math::round).toArray());
    }

    private long evaluate(Prices prices) {
        Arrays.fill(supplyUse, 0);
        Arrays.fill(demandUse, 0);
        Arrays.fill(roomUse, 0);
        laneWeek.at(prices);
        long sum = prices.fixedMicrofen(market);
        for (int l = 0; l < market.menus.length; l++) {
            if (market.book.forbidsLane(l)) {
                continue;
            }
            Destination to = market.season.lanes().get(l).destination();
            for (int t = 0; t < market.weeks; t++) {
                sum += laneWeek.value(l, t, (g, way, grams) -> {
                    supplyUse[g] += grams;
                    demandUse[way.demand()] += grams;
                    if (to.isWarehouse()) {
                        for (int w = way.arrivalWeek(); w <= way.leavingWeek(); w++) {
                            roomUse[to.index() * market.weeks + w] += grams;
                        }
                    }
                });
            }
        }
        return sum;
    }
}
