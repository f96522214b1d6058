package org.farmgate.trade.docking;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.farmgate.trade.docking.Market.Way;

/// Loads trucks: finds for a lane-week the goods still to be had that earn most over the trucks they need, and
/// loads the best lane-weeks first.
///
/// Earnings are reckoned at *guided* prices: a part `guide` of each row's rent (what the relaxation's price lies
/// above its floor, or below its bid) counts as a cost, since the goods could earn it elsewhere. 0 takes what
/// pays by itself.
final class Loader {
    private final Market market;
    private final Loads loads;
    private final GuidedPairs pairs;
    private BooleanSupplier stop = () -> false;
    private double noise;
    private final java.util.random.RandomGenerator random;

    private int[] stepSupply = new int[64];
    private Way[] stepWay = new Way[64];
    private long[] stepGrams = new long[64];
    private int steps;
    private int bestSteps;

    Loader(Loads loads, Prices prices, java.util.random.RandomGenerator random) {
        this.loads = loads;
        this.market = loads.market;
        this.random = random;
        this.pairs = new GuidedPairs(loads, prices, random);
    }

    void guideBy(Prices newPrices, double newGuide, double newNoise) {
        pairs.guideBy(newPrices, newGuide, newNoise);
        noise = newNoise;
    }

    /// Loading ends early, with what is on board by then, once this says so.
    void stopWhen(BooleanSupplier asked) {
        stop = asked;
    }

    private record Candidate(int laneWeek, double value) {}

    /// Loads the best of these lane-weeks again and again until none earns anything.
    void loadBest(int[] laneWeeks) {
        PriorityQueue<Candidate> queue = new PriorityQueue<>((a, b) -> Double.compare(b.value, a.value));
        for (int lw : laneWeeks) {
            if (stop.getAsBoolean()) {
                return;
            }
            double value = evaluate(lw) * spread();
            if (value > 0) {
                queue.add(new Candidate(lw, value));
            }
        }
        while (!queue.isEmpty() && !stop.getAsBoolean()) {
            Candidate best = queue.remove();
            double value = evaluate(best.laneWeek) * spread();
            if (value <= 0) {
                continue;
            }
            Candidate next = queue.peek();
            if (next != null && value < next.value * 0.98 && value < best.value * 0.999) {
                queue.add(new Candidate(best.laneWeek, value));
                continue;
            }
            apply(best.laneWeek);
            double more = evaluate(best.laneWeek);
            if (more > 0) {
                queue.add(new Candidate(best.laneWeek, more));
            }
        }
    }

    private double spread() {
        return noise == 0 ? 1 : 1 + noise * (random.nextDouble() - 0.5);
    }

    private void apply(int laneWeek) {
        for (int s = 0; s < bestSteps; s++) {
            loads.put(laneWeek, stepSupply[s], stepWay[s], stepGrams[s]);
        }
        loads.settle(laneWeek);
    }

    /// What the best further goods for a lane-week would earn, in microfen at guided prices; they stay noted
    /// for `apply`.
    double evaluate(int laneWeek) {
        bestSteps = 0;
        steps = 0;
        pairs.gather(laneWeek);
        if (pairs.count == 0) {
            return 0;
        }
        TruckMenu menu = loads.menu(laneWeek);
        double anyRate = Math.min(menu.bestRate(true), menu.bestRate(false));
        long cold = loads.coldGrams[laneWeek];
        long ordinary = loads.ordinaryGrams[laneWeek];
        long costBefore = loads.truckFen[laneWeek];
        TruckMenu.Fit fit = new TruckMenu.Fit();
        if (!menu.fit(cold, ordinary, fit)) {
            return 0;
        }
        boolean full = fit.room(cold, ordinary, true) <= 0 && fit.room(cold, ordinary, false) <= 0;
        if (full && pairs.mostEarned < anyRate) {
            // A further truck earns on average no more than its best goods, and costs at least the best rate.
            return 0;
        }
        Arrays.sort(pairs.order, 0, pairs.count);
        double sum = 0;
        double best = 0;
        Lane lane = loads.lane(laneWeek);
        for (int i = 0; i < pairs.count; i++) {
            int p = (int) (pairs.order[i] & 0xFFFFF);
            long earns = -(pairs.order[i] >> 20);
            int supply = pairs.supply[p];
            Way way = pairs.way[p];
            boolean isCold = market.cold[supply];
            long take = Math.min(pairs.supplyLeft[supply], pairs.demandLeft[way.demand()]);
            take = Math.min(
                    take, lane.destination().isWarehouse() ? loads.roomLeft(lane, way) - pending(lane, way) : take);
            while (take > 0) {
                long room = fit.room(cold, ordinary, isCold);
                if (room <= 0) {
                    double value = sum - (fit.costFen - costBefore) * (double) PlanWriter.MICRO;
                    if (value > best) {
                        best = value;
                        bestSteps = steps;
                    }
                    if (earns < anyRate
                            || !menu.fit(isCold ? cold + 1000 : cold, isCold ? ordinary : ordinary + 1000, fit)) {
                        break;
                    }
                    continue;
                }
                long part = Math.min(take, room);
                note(supply, way, part);
                pairs.supplyLeft[supply] -= part;
                pairs.demandLeft[way.demand()] -= part;
                sum += (double) part * earns;
                take -= part;
                if (isCold) {
                    cold += part;
                } else {
                    ordinary += part;
                }
            }
        }
        double value = sum - (fit.costFen - costBefore) * (double) PlanWriter.MICRO;
        if (value > best) {
            best = value;
            bestSteps = steps;
        }
        return best;
    }

    /// Room in the warehouse that goods noted in this evaluation already take on a way.
    private long pending(Lane lane, Way way) {
        long most = 0;
        for (int t = way.arrivalWeek(); t <= way.leavingWeek(); t++) {
            long sum = 0;
            for (int s = 0; s < steps; s++) {
                sum += stepWay[s].arrivalWeek() <= t && t <= stepWay[s].leavingWeek() ? stepGrams[s] : 0;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private void note(int supply, Way way, long grams) {
        if (steps == stepGrams.length) {
            stepSupply = Arrays.copyOf(stepSupply, steps * 2);
            stepWay = Arrays.copyOf(stepWay, steps * 2);
            stepGrams = Arrays.copyOf(stepGrams, steps * 2);
        }
        stepSupply[steps] = supply;
        stepWay[steps] = way;
        stepGrams[steps++] = grams;
    }
}
