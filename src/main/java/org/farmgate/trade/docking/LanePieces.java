package org.farmgate.trade.docking;

import java.util.Arrays;
import org.farmgate.trade.docking.Market.Way;

/// What could ride on one lane in one week at given prices, as pieces of falling earnings, for `LaneWeek`.
///
/// The exact value of a product's goods is a matching of supplies with demands. Three relaxations of it are
/// reckoned and the one that promises least is taken: each demand takes its cheapest fitting supply (supply
/// masses dropped); each supply takes its best fitting way (demand masses dropped); or the best bids meet the
/// lowest asks mass by mass (fitting dropped).
final class LanePieces {
    private final Market market;
    private Prices prices = new Prices(new long[0], new long[0], new long[0]);
    private Lane lane = new Lane(0, Destination.city(0), 0, 0);

    /// Earnings in fen per tonne before the truck, mass, and who they come from.
    long[] rate = new long[64];

    long[] grams = new long[64];
    boolean[] cold = new boolean[64];
    int[] supply = new int[64];
    Way[] way = new Way[64];
    int count;

    /// Asks and bids of the product at hand: price in the high bits, so that sorting sorts by it.
    private long[] asks = new long[64];

    private long[] bids = new long[64];
    private long[] askGrams = new long[64];
    private long[] bidGrams = new long[64];
    private int[] askGroup = new int[64];
    private Way[] bidWay = new Way[64];
    private long coldRate;
    private long anyRate;
    private int askCount;
    private int bidCount;

    LanePieces(Market market) {
        this.market = market;
    }

    void gather(Lane onLane, int week, Prices atPrices, TruckMenu menu) {
        coldRate = (long) Math.min(menu.bestRate(true), Long.MAX_VALUE / 2);
        anyRate = Math.min(coldRate, (long) Math.min(menu.bestRate(false), Long.MAX_VALUE / 2));
        lane = onLane;
        prices = atPrices;
        count = 0;
        int[][] offers = market.offers[lane.origin()][week];
        for (int product = 0; product < market.products; product++) {
            if (offers[product].length > 0) {
                Way[] ways = market.ways(lane, week, product);
                if (ways.length > 0) {
                    gather(offers[product], ways);
                }
            }
        }
    }

    private void gather(int[] offers, Way[] ways) {
        int first = count;
        askCount = 0;
        bidCount = 0;
        byDemand(offers, ways);
        int second = count;
        if (second == first) {
            return;
        }
        bySupply(offers, ways);
        int end = count;
        merged();
        if (isLess(end, count, first, second) && isLess(end, count, second, end)) {
            moveDown(first, end, count);
        } else if (isLess(second, end, first, second)) {
            moveDown(first, second, end);
        } else {
            count = second;
        }
    }

    /// Whether the first stretch of pieces promises less: above the rate of a full truck, or if equal, at all.
    private boolean isLess(int from, int to, int otherFrom, int otherTo) {
        long over = sum(from, to, true);
        long otherOver = sum(otherFrom, otherTo, true);
        return over != otherOver ? over < otherOver : sum(from, to, false) < sum(otherFrom, otherTo, false);
    }

    private long sum(int from, int to, boolean aboveTruck) {
        long sum = 0;
        for (int p = from; p < to; p++) {
            sum += Math.max(0, rate[p] - (!aboveTruck ? 0 : cold[p] ? coldRate : anyRate)) * grams[p];
        }
        return sum;
    }

    private void moveDown(int to, int from, int end) {
        int moved = end - from;
        System.arraycopy(rate, from, rate, to, moved);
        System.arraycopy(grams, from, grams, to, moved);
        System.arraycopy(cold, from, cold, to, moved);
        System.arraycopy(supply, from, supply, to, moved);
        System.arraycopy(way, from, way, to, moved);
        count = to + moved;
    }

    /// Each demand takes its cheapest fitting supply; notes the bids of all that find one.
    private void byDemand(int[] offers, Way[] ways) {
        for (Way to : ways) {
            long least = Long.MAX_VALUE;
            int from = -1;
            boolean allCold = true;
            for (int g : offers) {
                if (market.fits(g, lane, to)) {
                    long ask = ask(g, 0);
                    allCold &= market.cold[g];
                    if (ask < least) {
                        least = ask;
                        from = g;
                    }
                }
            }
            if (from >= 0) {
                long cost = to.fenPerTonne() + room(to);
                long at = 0;
                long[] upTo = market.demands.stepUpTo[to.demand()];
                for (int s = 0; s < upTo.length; s++) {
                    long net = bid(to.demand(), s) - cost;
                    if (net > least) {
                        add(net - least, upTo[s] - at, allCold, from, to);
                        noteBid(net, upTo[s] - at, to);
                    }
                    at = upTo[s];
                }
            }
        }
    }

    /// Each supply takes its best fitting way; notes the asks of all that find one.
    private void bySupply(int[] offers, Way[] ways) {
        for (int g : offers) {
            long most = Long.MIN_VALUE;
            Way best = null;
            for (Way to : ways) {
                if (market.fits(g, lane, to)) {
                    long net = bid(to.demand(), 0) - to.fenPerTonne() - room(to);
                    if (net > most) {
                        most = net;
                        best = to;
                    }
                }
            }
            if (best != null) {
                long at = 0;
                long[] upTo = market.supplies.stepUpTo[g];
                for (int s = 0; s < upTo.length; s++) {
                    if (most > ask(g, s)) {
                        add(most - ask(g, s), upTo[s] - at, market.cold[g], g, best);
                        noteAsk(ask(g, s), upTo[s] - at, g);
                    }
                    at = upTo[s];
                }
            }
        }
    }

    /// The best bids meet the lowest asks, whether they fit or not. No load of the product earns more: so many
    /// grams of it pay at most what the best so many grams of bids do, and cost at least the cheapest so many
    /// of asks.
    private void merged() {
        Arrays.sort(asks, 0, askCount);
        Arrays.sort(bids, 0, bidCount);
        boolean allCold = true;
        for (int a = 0; a < askCount; a++) {
            allCold &= market.cold[askGroup[a]];
        }
        int a = 0;
        int b = 0;
        long askLeft = askCount > 0 ? askGrams[index(asks[0])] : 0;
        long bidLeft = bidCount > 0 ? bidGrams[index(bids[0])] : 0;
        while (a < askCount && b < bidCount) {
            long earns = -(bids[b] >> 20) - (asks[a] >> 20);
            if (earns <= 0) {
                break;
            }
            long take = Math.min(askLeft, bidLeft);
            add(earns, take, allCold, askGroup[index(asks[a])], bidWay[index(bids[b])]);
            askLeft -= take;
            bidLeft -= take;
            if (askLeft == 0 && ++a < askCount) {
                askLeft = askGrams[index(asks[a])];
            }
            if (bidLeft == 0 && ++b < bidCount) {
                bidLeft = bidGrams[index(bids[b])];
            }
        }
    }

    private static int index(long packed) {
        return (int) (packed & 0xFFFFF);
    }

    private void noteBid(long net, long mass, Way to) {
        if (bidCount == bids.length) {
            bids = Arrays.copyOf(bids, bidCount * 2);
            bidGrams = Arrays.copyOf(bidGrams, bidCount * 2);
            bidWay = Arrays.copyOf(bidWay, bidCount * 2);
        }
        bids[bidCount] = (-net << 20) | bidCount;
        bidGrams[bidCount] = mass;
        bidWay[bidCount++] = to;
    }

    private void noteAsk(long price, long mass, int group) {
        if (askCount == asks.length) {
            asks = Arrays.copyOf(asks, askCount * 2);
            askGrams = Arrays.copyOf(askGrams, askCount * 2);
            askGroup = Arrays.copyOf(askGroup, askCount * 2);
        }
        asks[askCount] = (price << 20) | askCount;
        askGrams[askCount] = mass;
        askGroup[askCount++] = group;
    }

    private long ask(int group, int step) {
        long price = prices.supply()[group];
        return market.supplies.must[group] ? price : Math.max(price, market.supplies.stepPrice[group][step]);
    }

    private long bid(int group, int step) {
        long price = prices.demand()[group];
        return market.demands.must[group] ? price : Math.min(price, market.demands.stepPrice[group][step]);
    }

    private long room(Way to) {
        return lane.destination().isWarehouse()
                ? prices.roomFenPerTonne(lane.destination().index(), market.weeks, to.arrivalWeek(), to.leavingWeek())
                : 0;
    }

    private void add(long earns, long mass, boolean isCold, int from, Way to) {
        if (count == rate.length) {
            int size = count * 2;
            rate = Arrays.copyOf(rate, size);
            grams = Arrays.copyOf(grams, size);
            cold = Arrays.copyOf(cold, size);
            supply = Arrays.copyOf(supply, size);
            way = Arrays.copyOf(way, size);
        }
        rate[count] = earns;
        grams[count] = mass;
        cold[count] = isCold;
        supply[count] = from;
        way[count++] = to;
    }
}
