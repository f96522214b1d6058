package org.farmgate.trade.docking;

import java.util.Arrays;
import org.farmgate.trade.docking.Market.Way;
import org.farmgate.trade.docking.TruckMenu.Choice;

/// What one lane could earn in one week with whole trucks at given prices, bounded from above: a term of the
/// dual bound.
///
/// Within the lane-week the rows' own masses still hold, which is what makes the bound stronger than that of
/// trucks cut in fractions: a truck that can only be half filled costs what it costs. It is exact but for what
/// `LanePieces` names, and beyond the menu's reach, where trucks count at their best rate.
///
/// Not safe for use by two threads at once.
final class LaneWeek {
    private final Market market;
    private final LanePieces pieces;
    private long[] order = new long[64];
    private long[] taken = new long[64];

    LaneWeek(Market market) {
        this.market = market;
        this.pieces = new LanePieces(market);
    }

    /// Who hears which masses the best load takes.
    interface Listener {
        void takes(int supply, Way way, long grams);
    }

    /// Sets the prices of what `value` says from now on.
    void at(Prices prices) {
        pieces.at(prices);
    }

    /// The most the lane-week could earn, in microfen; never below the truth. Tells the best load.
    long value(int laneIndex, int week, Listener listener) {
        TruckMenu menu = market.menus[laneIndex];
        double coldRate = menu.bestRate(true);
        double anyRate = Math.min(coldRate, menu.bestRate(false));
        pieces.gather(market.season.lanes().get(laneIndex), week, coldRate, anyRate);
        if (pieces.count > order.length) {
            order = new long[pieces.count * 2];
            taken = new long[order.length];
        }
        if (pieces.count == 0 || menu.ordinary().length + menu.cold().length == 2) {
            return 0;
        }
        long linear = 0;
        long total = 0;
        for (int p = 0; p < pieces.count; p++) {
            long over = (long) Math.ceil(pieces.rate[p] - (pieces.cold[p] ? coldRate : anyRate));
            taken[p] = over > 0 ? pieces.grams[p] : 0;
            linear += over > 0 ? over * pieces.grams[p] : 0;
            total += pieces.grams[p];
        }
        if (linear <= 0) {
            return 0;
        }
        long best = linear;
        if (total <= menu.reach()) {
            best = Math.min(linear, whole(menu, total));
        }
        for (int p = 0; p < pieces.count && best > 0; p++) {
            if (taken[p] > 0) {
                listener.takes(pieces.supply[p], pieces.way[p], taken[p]);
            }
        }
        return best;
    }

    /// The best whole trucks for the pieces: tries each sensible set of cold ones with each of ordinary ones.
    private long whole(TruckMenu menu, long total) {
        sortPieces();
        long best = 0;
        long bestCold = 0;
        long bestOrdinary = 0;
        long coldTotal = 0;
        long all = 0;
        for (int p = 0; p < pieces.count; p++) {
            coldTotal += pieces.cold[p] ? pieces.grams[p] : 0;
            all += pieces.rate[p] * pieces.grams[p];
        }
        for (Choice cold : menu.cold()) {
            if (cold.costFen() * PlanWriter.MICRO >= all - best) {
                break;
            }
            for (Choice ordinary : menu.ordinary()) {
                long cost = (cold.costFen() + ordinary.costFen()) * PlanWriter.MICRO;
                if (cost >= all - best) {
                    break;
                }
                long value = worth(cold.capacityGrams(), ordinary.capacityGrams()) - cost;
                if (value > best) {
                    best = value;
                    bestCold = cold.capacityGrams();
                    bestOrdinary = ordinary.capacityGrams();
                }
                if (cold.capacityGrams() + ordinary.capacityGrams() >= total) {
                    break;
                }
            }
            if (cold.capacityGrams() >= coldTotal && cold.capacityGrams() >= total) {
                break;
            }
        }
        if (best > 0) {
            fill(bestCold, bestOrdinary);
        }
        return best;
    }

    /// Greedy by earnings; exact, as the two limits (cold, all) lie one within the other.
    private long worth(long coldRoom, long ordinaryRoom) {
        long cold = coldRoom;
        long room = coldRoom + ordinaryRoom;
        long value = 0;
        for (int i = 0; i < pieces.count && room > 0; i++) {
            int p = (int) (order[i] & 0xFFFFF);
            long take = Math.min(pieces.grams[p], pieces.cold[p] ? Math.min(cold, room) : room);
            value += take * pieces.rate[p];
            room -= take;
            cold -= pieces.cold[p] ? take : 0;
        }
        return value;
    }

    /// Notes what `worth` counted.
    private void fill(long coldRoom, long ordinaryRoom) {
        long cold = coldRoom;
        long room = coldRoom + ordinaryRoom;
        for (int i = 0; i < pieces.count; i++) {
            int p = (int) (order[i] & 0xFFFFF);
            taken[p] = Math.min(pieces.grams[p], pieces.cold[p] ? Math.min(cold, room) : room);
            room -= taken[p];
            cold -= pieces.cold[p] ? taken[p] : 0;
        }
    }

    private void sortPieces() {
        for (int p = 0; p < pieces.count; p++) {
            order[p] = (-pieces.rate[p] << 20) | p;
        }
        Arrays.sort(order, 0, pieces.count);
    }
}
