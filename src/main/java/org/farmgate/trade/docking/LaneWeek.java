package org.farmgate.trade.docking;

import java.util.Arrays;
import org.farmgate.trade.docking.Market.Way;
import org.farmgate.trade.docking.TruckMenu.Choice;

/// What one lane could earn in one week with whole trucks at given prices, bounded from above: a term of the
/// dual bound.
///
/// Within the lane-week the rows' own masses still hold, which is what makes the bound stronger than that of
/// trucks cut in fractions: a truck that can only be half filled costs what it costs. Two relaxations keep it
/// fast and valid. For each product one side's masses are dropped (each demand takes its best supply, or each
/// supply its best demand), whichever leaves less; and beyond the menu's reach trucks count at their best rate.
///
/// Not safe for use by two threads at once.
final class LaneWeek {
    private final Market market;

    /// Pieces of load: earnings in fen per tonne before the truck, mass, and who they come from.
    private long[] rate = new long[64];

    private long[] mass = new long[64];
    private boolean[] coldPiece = new boolean[64];
    private int[] pieceSupply = new int[64];
    private Way[] pieceWay = new Way[64];
    private int pieces;

    private long[] order = new long[64];
    private long[] taken = new long[64];
    private long[] bestTaken = new long[64];
    private long linear;

    LaneWeek(Market market) {
        this.market = market;
    }

    /// Who hears which masses the best load takes.
    interface Listener {
        void takes(int supply, Way way, long grams);
    }

    /// The most the lane-week could earn at these prices, in microfen; never below the truth. Tells the best
    /// load.
    long value(int laneIndex, int week, Prices prices, Listener listener) {
        Lane lane = market.season.lanes().get(laneIndex);
        gather(lane, week, prices);
        TruckMenu menu = market.menus[laneIndex];
        if (pieces == 0 || menu.ordinary().length + menu.cold().length == 2) {
            return 0;
        }
        double coldRate = menu.bestRate(true);
        double anyRate = Math.min(coldRate, menu.bestRate(false));
        linear = 0;
        long total = 0;
        for (int p = 0; p < pieces; p++) {
            long over = (long) Math.ceil(rate[p] - (coldPiece[p] ? coldRate : anyRate));
            taken[p] = over > 0 ? mass[p] : 0;
            linear += over > 0 ? over * mass[p] : 0;
            total += mass[p];
        }
        if (linear <= 0) {
            return 0;
        }
        long best = linear;
        if (total <= menu.reach()) {
            best = Math.min(linear, whole(menu, total));
            System.arraycopy(bestTaken, 0, taken, 0, pieces);
        }
        for (int p = 0; p < pieces && best > 0; p++) {
            if (taken[p] > 0) {
                listener.takes(pieceSupply[p], pieceWay[p], taken[p]);
            }
        }
        return best;
    }

    /// The best whole trucks for the pieces: tries each sensible set of cold ones with each of ordinary ones.
    private long whole(TruckMenu menu, long total) {
        sortPieces();
        long best = 0;
        Arrays.fill(bestTaken, 0, pieces, 0);
        long coldTotal = 0;
        long all = 0;
        for (int p = 0; p < pieces; p++) {
            coldTotal += coldPiece[p] ? mass[p] : 0;
            all += rate[p] * mass[p];
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
                long value = fill(cold.capacityGrams(), ordinary.capacityGrams()) - cost;
                if (value > best) {
                    best = value;
                    System.arraycopy(taken, 0, bestTaken, 0, pieces);
                }
                if (cold.capacityGrams() + ordinary.capacityGrams() >= total) {
                    break;
                }
            }
            if (cold.capacityGrams() >= coldTotal && cold.capacityGrams() >= total) {
                break;
            }
        }
        return best;
    }

    /// Greedy by earnings; exact, as the two limits (cold, all) lie one within the other.
    private long fill(long coldRoom, long ordinaryRoom) {
        long room = coldRoom + ordinaryRoom;
        long value = 0;
        for (int i = 0; i < pieces; i++) {
            int p = (int) (order[i] & 0xFFFFF);
            long take = Math.min(mass[p], coldPiece[p] ? Math.min(coldRoom, room) : room);
            taken[p] = take;
            value += take * rate[p];
            room -= take;
            coldRoom -= coldPiece[p] ? take : 0;
        }
        return value;
    }

    private void sortPieces() {
        for (int p = 0; p < pieces; p++) {
            order[p] = (-rate[p] << 20) | p;
        }
        Arrays.sort(order, 0, pieces);
    }

    private void gather(Lane lane, int week, Prices prices) {
        pieces = 0;
        int[][] offers = market.offers[lane.origin()][week];
        for (int product = 0; product < market.products; product++) {
            if (offers[product].length == 0) {
                continue;
            }
            Way[] ways = market.ways(lane, week, product);
            if (ways.length > 0) {
                int before = pieces;
                double byDemand = gatherByDemand(lane, offers[product], ways, prices);
                int middle = pieces;
                if (middle > before) {
                    double bySupply = gatherBySupply(lane, offers[product], ways, prices);
                    if (bySupply < byDemand) {
                        moveDown(before, middle);
                    } else {
                        pieces = middle;
                    }
                }
            }
        }
    }

    private void moveDown(int to, int from) {
        int count = pieces - from;
        System.arraycopy(rate, from, rate, to, count);
        System.arraycopy(mass, from, mass, to, count);
        System.arraycopy(coldPiece, from, coldPiece, to, count);
        System.arraycopy(pieceSupply, from, pieceSupply, to, count);
        System.arraycopy(pieceWay, from, pieceWay, to, count);
        pieces = to + count;
    }

    /// Each demand takes its cheapest fitting supply.
    private double gatherByDemand(Lane lane, int[] offers, Way[] ways, Prices prices) {
        double sum = 0;
        for (Way way : ways) {
            long least = Long.MAX_VALUE;
            int from = -1;
            boolean allCold = true;
            for (int g : offers) {
                if (market.fits(g, lane, way)) {
                    long ask = ask(g, 0, prices);
                    allCold &= market.cold[g];
                    if (ask < least) {
                        least = ask;
                        from = g;
                    }
                }
            }
            if (from >= 0) {
                long cost = least + way.fenPerTonne() + room(lane, way, prices);
                long at = 0;
                long[] upTo = market.demands.stepUpTo[way.demand()];
                for (int s = 0; s < upTo.length; s++) {
                    sum += add(bid(way.demand(), s, prices) - cost, upTo[s] - at, allCold, from, way);
                    at = upTo[s];
                }
            }
        }
        return sum;
    }

    /// Each supply takes its best fitting way.
    private double gatherBySupply(Lane lane, int[] offers, Way[] ways, Prices prices) {
        double sum = 0;
        for (int g : offers) {
            long most = Long.MIN_VALUE;
            Way to = null;
            for (Way way : ways) {
                if (market.fits(g, lane, way)) {
                    long net = bid(way.demand(), 0, prices) - way.fenPerTonne() - room(lane, way, prices);
                    if (net > most) {
                        most = net;
                        to = way;
                    }
                }
            }
            if (to != null) {
                long at = 0;
                long[] upTo = market.supplies.stepUpTo[g];
                for (int s = 0; s < upTo.length; s++) {
                    sum += add(most - ask(g, s, prices), upTo[s] - at, market.cold[g], g, to);
                    at = upTo[s];
                }
            }
        }
        return sum;
    }

    private long ask(int group, int step, Prices prices) {
        long price = prices.supply()[group];
        return market.supplies.must[group] ? price : Math.max(price, market.supplies.stepPrice[group][step]);
    }

    private long bid(int group, int step, Prices prices) {
        long price = prices.demand()[group];
        return market.demands.must[group] ? price : Math.min(price, market.demands.stepPrice[group][step]);
    }

    private long room(Lane lane, Way way, Prices prices) {
        return lane.destination().isWarehouse()
                ? prices.roomFenPerTonne(lane.destination().index(), market.weeks, way.arrivalWeek(), way.leavingWeek())
                : 0;
    }

    private double add(long earns, long grams, boolean isCold, int supply, Way way) {
        if (earns <= 0) {
            return 0;
        }
        if (pieces == rate.length) {
            grow();
        }
        rate[pieces] = earns;
        mass[pieces] = grams;
        coldPiece[pieces] = isCold;
        pieceSupply[pieces] = supply;
        pieceWay[pieces] = way;
        pieces++;
        return (double) earns * grams;
    }

    private void grow() {
        int size = rate.length * 2;
        rate = Arrays.copyOf(rate, size);
        mass = Arrays.copyOf(mass, size);
        coldPiece = Arrays.copyOf(coldPiece, size);
        pieceSupply = Arrays.copyOf(pieceSupply, size);
        pieceWay = Arrays.copyOf(pieceWay, size);
        order = Arrays.copyOf(order, size);
        taken = Arrays.copyOf(taken, size);
        bestTaken = Arrays.copyOf(bestTaken, size);
    }
}
