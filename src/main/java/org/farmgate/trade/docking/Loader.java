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
    /// Under noise, the share of ways overlooked now and then, so that the same goods do not always win the same
    /// truck.
    private static final double OVERLOOKED = 0.1;

    private final Market market;
    private final Loads loads;
    private Prices prices;
    private BooleanSupplier stop = () -> false;
    private double guide;
    private double noise;
    private final java.util.random.RandomGenerator random;

    private long[] order = new long[256];
    private int[] pairSupply = new int[256];
    private Way[] pairWay = new Way[256];
    private int pairs;
    private long mostEarned;

    private final long[] supplyLeft;
    private final int[] supplyStamp;
    private final long[] demandLeft;
    private final int[] demandStamp;
    private int stamp;

    private int[] stepSupply = new int[64];
    private Way[] stepWay = new Way[64];
    private long[] stepGrams = new long[64];
    private int steps;
    private int bestSteps;

    Loader(Loads loads, Prices prices, java.util.random.RandomGenerator random) {
        this.loads = loads;
        this.market = loads.market;
        this.prices = prices;
        this.random = random;
        supplyLeft = new long[market.supplies.count()];
        supplyStamp = new int[market.supplies.count()];
        demandLeft = new long[market.demands.count()];
        demandStamp = new int[market.demands.count()];
    }

    void guideBy(Prices newPrices, double newGuide, double newNoise) {
        prices = newPrices;
        guide = newGuide;
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
        gather(laneWeek);
        if (pairs == 0) {
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
        if (full && mostEarned < anyRate) {
            // A further truck earns on average no more than its best goods, and costs at least the best rate.
            return 0;
        }
        Arrays.sort(order, 0, pairs);
        double sum = 0;
        double best = 0;
        Lane lane = loads.lane(laneWeek);
        for (int i = 0; i < pairs; i++) {
            int p = (int) (order[i] & 0xFFFFF);
            long earns = -(order[i] >> 20);
            int supply = pairSupply[p];
            Way way = pairWay[p];
            boolean isCold = market.cold[supply];
            long take = Math.min(supplyLeft[supply], demandLeft[way.demand()]);
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
                supplyLeft[supply] -= part;
                demandLeft[way.demand()] -= part;
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

    private void gather(int laneWeek) {
        pairs = 0;
        mostEarned = 0;
        stamp++;
        Lane lane = loads.lane(laneWeek);
        int week = laneWeek % market.weeks;
        int[][] offers = market.offers[lane.origin()][week];
        for (int product = 0; product < market.products; product++) {
            if (offers[product].length > 0) {
                for (Way way : market.ways(lane, week, product)) {
                    if (noise == 0 || random.nextDouble() > noise * OVERLOOKED) {
                        gather(lane, offers[product], way);
                    }
                }
            }
        }
    }

    private void gather(Lane lane, int[] offers, Way way) {
        int demand = way.demand();
        if (loads.served[demand] >= loads.mayServe[demand] || loads.roomLeft(lane, way) <= 0) {
            return;
        }
        long net = guidedBid(demand) - way.fenPerTonne() - guidedRoom(lane, way);
        for (int supply : offers) {
            if (loads.sold[supply] < market.supplies.grams[supply] && market.fits(supply, lane, way)) {
                long earns = net - guidedAsk(supply);
                if (earns > 0) {
                    mostEarned = Math.max(mostEarned, earns);
                    if (pairs == pairSupply.length) {
                        grow();
                    }
                    order[pairs] = (-earns << 20) | pairs;
                    pairSupply[pairs] = supply;
                    pairWay[pairs++] = way;
                }
            }
        }
    }

    private long guidedRoom(Lane lane, Way way) {
        return lane.destination().isWarehouse()
                ? (long) (guide
                        * prices.roomFenPerTonne(
                                lane.destination().index(), market.weeks, way.arrivalWeek(), way.leavingWeek()))
                : 0;
    }

    /// The price of a supply's next gram; also notes how much is to be had near that price.
    private long guidedAsk(int group) {
        long price = prices.supply()[group];
        int step = market.supplies.stepAt(group, loads.sold[group]);
        long floor = market.supplies.stepPrice[group][step];
        if (supplyStamp[group] != stamp) {
            supplyStamp[group] = stamp;
            long[] upTo = market.supplies.stepUpTo[group];
            int last = step;
            while (last + 1 < upTo.length && market.supplies.stepPrice[group][last + 1] <= price) {
                last++;
            }
            supplyLeft[group] = upTo[last] - loads.sold[group];
        }
        return market.supplies.must[group]
                ? floor - MUST_BONUS
                : price > floor ? floor + (long) (guide * (price - floor)) : floor;
    }

    private long guidedBid(int group) {
        long price = prices.demand()[group];
        int step = market.demands.stepAt(group, loads.served[group]);
        long bid = market.demands.stepPrice[group][step];
        if (demandStamp[group] != stamp) {
            demandStamp[group] = stamp;
            long[] upTo = market.demands.stepUpTo[group];
            int last = step;
            while (last + 1 < upTo.length && market.demands.stepPrice[group][last + 1] >= price) {
                last++;
            }
            demandLeft[group] = Math.min(upTo[last], loads.mayServe[group]) - loads.served[group];
        }
        return market.demands.must[group] ? bid + MUST_BONUS : price < bid ? bid - (long) (guide * (bid - price)) : bid;
    }

    /// What shipping a locked tonne is worth beyond its price: more than any truck even for a gram of it.
    static final long MUST_BONUS = 4_000_000_000_000L;

    private void grow() {
        int size = pairs * 2;
        order = Arrays.copyOf(order, size);
        pairSupply = Arrays.copyOf(pairSupply, size);
        pairWay = Arrays.copyOf(pairWay, size);
    }
}
