package org.farmgate.trade.docking;

import java.util.Arrays;
import org.farmgate.trade.docking.Market.Way;

/// What could ride on one lane in one week at given prices, as pieces of falling earnings, for `LaneWeek`.
///
/// For each product the pieces are the exact worth of the best so many grams (`Matching`). Only two things are
/// bounded rather than exact: a product of which some goods need cold and others do not rides as if none did, and
/// supplies beyond `MOST_CLASSES` classes fit any demand.
final class LanePieces {
    /// Far more classes than grades, shelf lives and forbidden pairs make on one lane in one week.
    private static final int MOST_CLASSES = 60;

    private static final long NO_ASK = Long.MAX_VALUE / 4;
    private static final long NO_BID = -NO_ASK;

    private final Market market;
    private final long[][][] leastAsk;
    private final long[][][] mostNet;

    /// What room in a warehouse costs in all weeks before one, at warehouse × (weeks + 1) + week.
    private final long[] roomBefore;

    private int place;
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
    private final Matching matching = new Matching();

    private final PriceSteps asks = matching.asks;
    private final PriceSteps bids = matching.bids;
    private Way[] wayOfBid = new Way[64];
    private final int[] exampleOfClass = new int[MOST_CLASSES + 1];

    LanePieces(Market market) {
        this.market = market;
        leastAsk = new long[market.season.origins().size()][market.weeks][market.products];
        int places = market.season.cities().size() + market.season.warehouses().size();
        mostNet = new long[places][market.weeks][market.products];
        roomBefore = new long[market.season.warehouses().size() * (market.weeks + 1)];
    }

    /// Sets the prices for what is asked next, and notes the best ask and bid of each place, week and product.
    void at(Prices newPrices) {
        prices = newPrices;
        int weeks = market.weeks;
        for (int r = 0; r < newPrices.room().length; r++) {
            roomBefore[r + r / weeks + 1] = newPrices.room()[r] + roomBefore[r + r / weeks];
        }
        for (int o = 0; o < leastAsk.length; o++) {
            for (int t = 0; t < market.weeks; t++) {
                for (int p = 0; p < market.products; p++) {
                    long least = NO_ASK;
                    for (int g : market.offers[o][t][p]) {
                        least = Math.min(least, ask(g, 0));
                    }
                    leastAsk[o][t][p] = least;
                }
            }
        }
        for (int place = 0; place < mostNet.length; place++) {
            for (int t = 0; t < market.weeks; t++) {
                for (int p = 0; p < market.products; p++) {
                    long most = NO_BID;
                    for (Way to : market.ways(place, t, p)) {
                        most = Math.max(most, bid(to.demand(), 0) - cost(place, to));
                    }
                    mostNet[place][t][p] = most;
                }
            }
        }
    }

    /// Gathers nothing when no product could pay for its place in a full truck.
    void gather(Lane onLane, int week, double coldRate, double anyRate) {
        lane = onLane;
        place = market.place(lane.destination());
        count = 0;
        int arrival = Route.arrivalWeek(lane, week);
        if (arrival >= market.weeks) {
            return;
        }
        long[] asked = leastAsk[lane.origin()][week];
        long[] paid = mostNet[place][arrival];
        boolean pays = false;
        for (int p = 0; p < market.products && !pays; p++) {
            pays = paid[p] - asked[p] > Math.min(coldRate, anyRate);
        }
        for (int p = 0; p < market.products && pays; p++) {
            if (paid[p] > asked[p]) {
                gather(market.offers[lane.origin()][week][p], market.ways(place, arrival, p), asked[p], paid[p]);
            }
        }
    }

    private void gather(int[] offers, Way[] ways, long leastAsk, long mostNet) {
        noteAsks(offers, mostNet);
        noteBids(ways, leastAsk);
        if (bids.count > 0) {
            boolean isCold = allCold();
            matching.begin();
            while (matching.next()) {
                add(
                        matching.earns,
                        matching.grams,
                        isCold,
                        asks.owner[matching.ask],
                        wayOfBid[bids.owner[matching.bid]]);
            }
        }
    }

    private void noteAsks(int[] offers, long mostNet) {
        asks.count = 0;
        asks.classes = 0;
        for (int g : offers) {
            if (ask(g, 0) < mostNet) {
                int ofClass = 0;
                while (ofClass < asks.classes && market.fitKind[g] != market.fitKind[exampleOfClass[ofClass]]) {
                    ofClass++;
                }
                if (ofClass == asks.classes && asks.classes < MOST_CLASSES) {
                    exampleOfClass[asks.classes++] = g;
                } else if (ofClass == asks.classes) {
                    asks.classes = MOST_CLASSES + 1;
                    exampleOfClass[MOST_CLASSES] = g;
                }
                long before = 0;
                long[] upTo = market.supplies.stepUpTo[g];
                for (int s = 0; s < upTo.length && ask(g, s) < mostNet; s++) {
                    asks.note(ask(g, s), upTo[s] - before, g, ofClass);
                    before = upTo[s];
                }
            }
        }
    }

    private void noteBids(Way[] ways, long leastAsk) {
        bids.count = 0;
        bids.classes = 0;
        if (wayOfBid.length < ways.length) {
            wayOfBid = new Way[ways.length * 2];
        }
        for (int w = 0; w < ways.length; w++) {
            Way to = ways[w];
            long cost = cost(place, to);
            if (bid(to.demand(), 0) - cost <= leastAsk) {
                continue;
            }
            long fits = 0;
            for (int c = 0; c < asks.classes; c++) {
                fits |= c == MOST_CLASSES || market.fits(exampleOfClass[c], lane, to) ? 1L << c : 0;
            }
            if (fits != 0) {
                int ofClass = 0;
                while (ofClass < bids.classes && matching.fitsOfClass[ofClass] != fits) {
                    ofClass++;
                }
                if (ofClass == bids.classes) {
                    matching.addBidClass(fits);
                }
                wayOfBid[w] = to;
                long before = 0;
                long[] upTo = market.demands.stepUpTo[to.demand()];
                for (int s = 0; s < upTo.length && bid(to.demand(), s) - cost > leastAsk; s++) {
                    bids.note(cost - bid(to.demand(), s), upTo[s] - before, w, ofClass);
                    before = upTo[s];
                }
            }
        }
    }

    private boolean allCold() {
        long usable = 0;
        for (int d = 0; d < bids.classes; d++) {
            usable |= matching.fitsOfClass[d];
        }
        boolean all = true;
        for (int c = 0; c < asks.classes; c++) {
            all &= (usable >> c & 1) == 0 || market.cold[exampleOfClass[c]];
        }
        return all && asks.classes <= MOST_CLASSES;
    }

    private long ask(int group, int step) {
        long price = prices.supply()[group];
        return market.supplies.must[group] ? price : Math.max(price, market.supplies.stepPrice[group][step]);
    }

    private long bid(int group, int step) {
        long price = prices.demand()[group];
        return market.demands.must[group] ? price : Math.min(price, market.demands.stepPrice[group][step]);
    }

    private long cost(int at, Way to) {
        int warehouse = at - market.season.cities().size();
        return warehouse < 0
                ? 0
                : to.fenPerTonne()
                        + roomBefore[warehouse * (market.weeks + 1) + to.leavingWeek() + 1]
                        - roomBefore[warehouse * (market.weeks + 1) + to.arrivalWeek()];
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
