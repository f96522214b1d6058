package org.farmgate.trade.docking;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.farmgate.trade.docking.Market.Way;

/// The goods still to be had for a lane-week and the demands they fit, with what a tonne of each pair earns before
/// the truck at guided prices; see `Loader`.
final class GuidedPairs {
    /// Under noise, the share of ways overlooked now and then, so that the same goods do not always win the same
    /// truck.
    private static final double OVERLOOKED = 0.1;

    private final Market market;
    private final Loads loads;
    private final RandomGenerator random;
    private Prices prices;
    private double guide;
    private double noise;

    /// Earnings in the high bits (negated, so that sorting puts the best first), the pair's index in the low.
    long[] order = new long[256];

    int[] supply = new int[256];
    Way[] way = new Way[256];
    int count;
    long mostEarned;

    /// What is to be had of a group near its price; set for those in a pair.
    final long[] supplyLeft;

    final long[] demandLeft;
    private final int[] supplyStamp;
    private final int[] demandStamp;
    private int stamp;
    private int[] availableSupply = new int[64];
    private long[] availableAsk = new long[64];
    private int available;
    private long leastAsk;

    GuidedPairs(Loads loads, Prices prices, RandomGenerator random) {
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

    void gather(int laneWeek) {
        count = 0;
        mostEarned = 0;
        stamp++;
        Lane lane = loads.lane(laneWeek);
        int week = laneWeek % market.weeks;
        int[][] offers = market.offers[lane.origin()][week];
        for (int product = 0; product < market.products; product++) {
            if (findAvailable(offers[product])) {
                for (Way to : market.ways(lane, week, product)) {
                    if (noise == 0 || random.nextDouble() > noise * OVERLOOKED) {
                        gather(lane, to);
                    }
                }
            }
        }
    }

    /// Notes which of the offers have something left, and what it costs.
    private boolean findAvailable(int[] offers) {
        available = 0;
        leastAsk = Long.MAX_VALUE;
        if (availableSupply.length < offers.length) {
            availableSupply = new int[offers.length * 2];
            availableAsk = new long[offers.length * 2];
        }
        for (int from : offers) {
            if (loads.sold[from] < market.supplies.grams[from]) {
                long ask = guidedAsk(from);
                availableSupply[available] = from;
                availableAsk[available++] = ask;
                leastAsk = Math.min(leastAsk, ask);
            }
        }
        return available > 0;
    }

    private void gather(Lane lane, Way to) {
        int demand = to.demand();
        if (loads.served[demand] >= market.demands.grams[demand]) {
            return;
        }
        long net = guidedBid(demand) - to.fenPerTonne() - guidedRoom(lane, to);
        if (net <= leastAsk || loads.roomLeft(lane, to) <= 0) {
            return;
        }
        for (int i = 0; i < available; i++) {
            int from = availableSupply[i];
            long earns = net - availableAsk[i];
            if (earns > 0) {
                if (market.fits(from, lane, to)) {
                    mostEarned = Math.max(mostEarned, earns);
                    if (count == supply.length) {
                        grow();
                    }
                    order[count] = (-earns << 20) | count;
                    supply[count] = from;
                    way[count++] = to;
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
            demandLeft[group] = upTo[last] - loads.served[group];
        }
        return market.demands.must[group] ? bid + MUST_BONUS : price < bid ? bid - (long) (guide * (bid - price)) : bid;
    }

    /// What shipping a locked tonne is worth beyond its price: more than any truck even for a gram of it.
    static final long MUST_BONUS = 4_000_000_000_000L;

    private void grow() {
        int size = count * 2;
        order = Arrays.copyOf(order, size);
        supply = Arrays.copyOf(supply, size);
        way = Arrays.copyOf(way, size);
    }
}
