package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farmgate.trade.docking.Market.Way;

/// Finds for all that stays behind the reason that binds: how far the most promising partner and way get before
/// something stops them.
final class Reasons {
    /// Steps on the way to a deal; each takes the one before for granted.
    private static final int NOBODY = 0;

    private static final int GRADE = 1;
    private static final int LANE = 2;
    private static final int KEEPS = 3;
    private static final int WEEKS = 4;

    private final Market market;
    private final Loads loads;
    private final int[] supplyLevel;
    private final int[] demandLevel;
    /// The most a supply could get at its farm gate off a full truck: from anyone; from those still unserved;
    /// by ways not full.
    private final long[][] best;
    /// The least a demand could pay at its city: to anyone; to those still unsold; by ways not full.
    private final long[][] least;

    Reasons(Market market, Loads loads) {
        this.market = market;
        this.loads = loads;
        supplyLevel = new int[market.supplies.count()];
        demandLevel = new int[market.demands.count()];
        best = new long[3][supplyLevel.length];
        least = new long[3][demandLevel.length];
        for (int i = 0; i < 3; i++) {
            Arrays.fill(best[i], Long.MIN_VALUE);
            Arrays.fill(least[i], Long.MAX_VALUE);
        }
        List<List<Integer>> byProduct = new ArrayList<>();
        for (int p = 0; p < market.products; p++) {
            byProduct.add(new ArrayList<>());
        }
        for (int d = 0; d < demandLevel.length; d++) {
            byProduct.get(market.demandProduct[d]).add(d);
        }
        for (int g = 0; g < supplyLevel.length; g++) {
            for (int d : byProduct.get(market.supplyProduct[g])) {
                if (market.supplyGrade[g] <= market.worstGrade[d]) {
                    reach(g, d, GRADE);
                }
            }
        }
        for (int l = 0; l < market.menus.length; l++) {
            if (!market.book.forbidsLane(l)) {
                walkLane(l, byProduct);
            }
        }
    }

    private void reach(int supply, int demand, int level) {
        supplyLevel[supply] = Math.max(supplyLevel[supply], level);
        demandLevel[demand] = Math.max(demandLevel[demand], level);
    }

    private void walkLane(int index, List<List<Integer>> byProduct) {
        Lane lane = market.season.lanes().get(index);
        double coldRate = market.menus[index].bestRate(true);
        double anyRate = Math.min(coldRate, market.menus[index].bestRate(false));
        for (int g = 0; g < supplyLevel.length; g++) {
            if (market.supply(g).origin() != lane.origin() || Double.isInfinite(market.cold[g] ? coldRate : anyRate)) {
                continue;
            }
            if (supplyLevel[g] < WEEKS) {
                walkIgnoringWeeks(lane, g, byProduct.get(market.supplyProduct[g]));
            }
            long rate = (long) (market.cold[g] ? coldRate : anyRate);
            for (int t = market.supply(g).firstWeek(); t <= market.supply(g).lastWeek(); t++) {
                for (Way way : market.ways(lane, t, market.supplyProduct[g])) {
                    if (market.fits(g, lane, way)) {
                        deal(g, lane, way, rate);
                    }
                }
            }
        }
        for (int d = 0; d < demandLevel.length; d++) {
            if (demandLevel[d] < WEEKS) {
                for (int g = 0; g < supplyLevel.length; g++) {
                    if (market.supplyProduct[g] == market.demandProduct[d]
                            && market.supply(g).origin() == lane.origin()) {
                        walkIgnoringWeeks(lane, g, List.of(d));
                    }
                }
            }
        }
    }

    private void walkIgnoringWeeks(Lane lane, int supply, List<Integer> demands) {
        for (int d : demands) {
            int days = daysTo(lane, market.demand(d).city());
            if (days >= 0 && market.supplyGrade[supply] <= market.worstGrade[d]) {
                reach(supply, d, lane.days() + days <= market.shelfDays[supply] ? KEEPS : LANE);
            }
        }
    }

    /// Least days beyond the lane to a city; -1 when the lane does not lead there.
    private int daysTo(Lane lane, int city) {
        if (!lane.destination().isWarehouse()) {
            return lane.destination().index() == city ? 0 : -1;
        }
        for (Warehouse.Onward on :
                market.season.warehouses().get(lane.destination().index()).onward()) {
            if (on.city() == city) {
                return on.days();
            }
        }
        return -1;
    }

    private void deal(int supply, Lane lane, Way way, long rate) {
        int demand = way.demand();
        reach(supply, demand, WEEKS);
        long cost = way.fenPerTonne() + rate;
        long[] bids = market.demands.stepPrice[demand];
        long[] asks = market.supplies.stepPrice[supply];
        best[0][supply] = Math.max(best[0][supply], bids[0] - cost);
        least[0][demand] = Math.min(least[0][demand], asks[0] + cost);
        int bidStep = market.demands.stepAt(demand, loads.served[demand]);
        int askStep = market.supplies.stepAt(supply, loads.sold[supply]);
        boolean room = loads.roomLeft(lane, way) > 0;
        if (bidStep < bids.length) {
            best[1][supply] = Math.max(best[1][supply], bids[bidStep] - cost);
            best[2][supply] = Math.max(best[2][supply], room ? bids[bidStep] - cost : Long.MIN_VALUE);
        }
        if (askStep < asks.length) {
            least[1][demand] = Math.min(least[1][demand], asks[askStep] + cost);
            least[2][demand] = Math.min(least[2][demand], room ? asks[askStep] + cost : Long.MAX_VALUE);
        }
    }

    /// Why some of a row with this floor, in this group, stays unsold. Forbidden ways are left to the caller.
    UnsoldReason unsold(int group, long floor) {
        return switch (supplyLevel[group]) {
            case NOBODY -> UnsoldReason.NO_DEMAND_FOR_GRADE;
            case GRADE -> UnsoldReason.NO_LANE;
            case LANE -> UnsoldReason.SHELF_LIFE_TOO_SHORT;
            case KEEPS -> UnsoldReason.NO_DEMAND_IN_WEEKS;
            default -> {
                if (best[0][group] < floor) {
                    yield UnsoldReason.PRICE_TOO_LOW;
                } else if (best[1][group] < floor) {
                    yield UnsoldReason.OUTCOMPETED;
                }
                yield best[2][group] < floor ? UnsoldReason.WAREHOUSE_FULL : UnsoldReason.TRUCK_NOT_WORTH_IT;
            }
        };
    }

    /// Why some of a row with this bid, in this group, stays unserved.
    UnmetReason unmet(int group, long bid) {
        return switch (demandLevel[group]) {
            case NOBODY -> UnmetReason.NO_SUPPLY_OF_GRADE;
            case GRADE -> UnmetReason.NO_LANE;
            case LANE -> UnmetReason.SHELF_LIFE_TOO_SHORT;
            case KEEPS -> UnmetReason.NO_SUPPLY_IN_WEEKS;
            default -> {
                if (least[0][group] > bid) {
                    yield UnmetReason.PRICE_TOO_LOW;
                } else if (least[1][group] > bid) {
                    yield UnmetReason.OUTBID;
                }
                yield least[2][group] > bid ? UnmetReason.WAREHOUSE_FULL : UnmetReason.TRUCK_NOT_WORTH_IT;
            }
        };
    }
}
