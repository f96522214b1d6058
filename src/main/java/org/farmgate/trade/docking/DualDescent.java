package org.farmgate.trade.docking;

import java.util.Arrays;

/// Lowers the dual bound by moving prices against excess: where more is loaded than there is, the price rises;
/// where less, it falls. Steps are sized by the distance to the best plan known (Polyak) and directions are
/// averaged.
final class DualDescent {
    private static final double AVERAGING = 0.2;
    private static final double HOPE = 0.003;
    private static final int PATIENCE = 30;
    private static final double LEAST_HOPE = 3e-5;

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
    private double hope;
    private double renewed = HOPE;
    private double reference = Double.POSITIVE_INFINITY;
    private int sinceReached;
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
        }
        level(value, targetMicrofen);
        double norm = 0;
        norm += average(supplyAverage, supplyUse, prices.supply(), market.supplies, true, mix);
        norm += average(demandAverage, demandUse, prices.demand(), market.demands, false, mix);
        for (int r = 0; r < room.length; r++) {
            double capacity = market.season.warehouses().get(r / market.weeks).capacityGrams();
            double slope = roomUse[r] - capacity;
            roomAverage[r] = mix * slope + (1 - mix) * roomAverage[r];
            norm += roomAverage[r] * roomAverage[r] / Math.max(1, capacity);
        }
        double length = Math.max(0, value - (reference - hope)) / Math.max(1, norm);
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

    /// Aims a hoped-for drop below the best bound; hopes for less when the drop does not come, and goes back
    /// to the best.
    private void level(long value, long targetMicrofen) {
        if (hope == 0) {
            hope = HOPE * value;
            reference = value;
        }
        if (bestMicrofen <= reference - hope / 2) {
            reference = bestMicrofen;
            sinceReached = 0;
            hope *= 1.2;
        } else if (++sinceReached > PATIENCE) {
            hope /= 2;
            if (hope < LEAST_HOPE * bestMicrofen) {
                renewed *= 0.7;
                hope = renewed * bestMicrofen;
            }
            reference = bestMicrofen;
            sinceReached = 0;
            restart();
        }
        hope = Math.min(hope, Math.max(1, bestMicrofen - targetMicrofen));
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
        long sum = prices.fixedMicrofen(market);
        for (int l = 0; l < market.menus.length; l++) {
            if (market.book.forbidsLane(l)) {
                continue;
            }
            Destination to = market.season.lanes().get(l).destination();
            for (int t = 0; t < market.weeks; t++) {
                sum += laneWeek.value(l, t, prices, (g, way, grams) -> {
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
