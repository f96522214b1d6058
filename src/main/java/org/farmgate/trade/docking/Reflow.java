package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.farmgate.trade.docking.Market.Way;

/// Fills given trucks anew, as well as can be: a linear program over the goods of some lane-weeks, their trucks
/// kept, the goods of all others left in place.
///
/// The loading that chose the trucks takes goods one lane-week after the other, and so leaves in the wrong truck
/// what a chain of exchanges would put right. At 2,000 × 500 this is worth some 1 % of the surplus.
final class Reflow {
    private static final double TONNE = 1e6;
    private static final double MOST_SECONDS = 10;
    private static final int PAIRS_AT_ONCE = 30_000;

    /// Goods of a supply group on a lane-week, bound for a demand group, and the program's column for them; and
    /// what is left in the trucks (cold goods, all goods).
    private record Move(int laneWeek, long[] left, int supply, Way way, int column) {}

    private final Loads loads;
    private final Market market;
    private LinearModel model = new LinearModel();
    private final List<Move> moves = new ArrayList<>();
    private final Map<Integer, Integer> supplyRows = new HashMap<>();
    private final Map<Integer, Integer> demandRows = new HashMap<>();
    private final Map<Integer, Integer> roomRows = new HashMap<>();

    Reflow(Loads loads) {
        this.loads = loads;
        this.market = loads.market;
    }

    /// Refills the trucks of some neighbouring origins, or of some places of arrival: as many as make a program
    /// that is solved in a fraction of a second.
    void improveSome(SplittableRandom random) {
        boolean byOrigin = random.nextInt(3) > 0;
        int[] keys = new int[market.menus.length];
        int most = 0;
        for (int l = 0; l < keys.length; l++) {
            Lane lane = market.season.lanes().get(l);
            keys[l] = byOrigin ? lane.origin() : market.place(lane.destination());
            most = Math.max(most, keys[l] + 1);
        }
        int first = random.nextInt(Math.max(1, most));
        List<Integer> chosen = new ArrayList<>();
        long pairs = 0;
        for (int k = 0; k < most && pairs < PAIRS_AT_ONCE; k++) {
            int key = (first + k) % most;
            for (int lw = 0; lw < keys.length * market.weeks; lw++) {
                if (keys[lw / market.weeks] == key && !loads.isEmpty(lw)) {
                    chosen.add(lw);
                    pairs += pairs(lw);
                }
            }
        }
        improve(chosen.stream().mapToInt(lw -> lw).toArray());
    }

    private long pairs(int laneWeek) {
        long pairs = 0;
        int week = laneWeek % market.weeks;
        for (int product = 0; product < market.products; product++) {
            pairs += (long) market.offers[loads.lane(laneWeek).origin()][week][product].length
                    * market.ways(loads.lane(laneWeek), week, product).length;
        }
        return pairs;
    }

    /// Refills the trucks of these lane-weeks and keeps that if it is better; whether it was.
    boolean improve(int[] laneWeeks) {
        model = new LinearModel();
        moves.clear();
        supplyRows.clear();
        demandRows.clear();
        roomRows.clear();
        long before = loads.valueMicrofen();
        long missing = loads.mustMissingGrams();
        long[][] rooms = Arrays.stream(laneWeeks).mapToObj(this::truckRooms).toArray(long[][]::new);
        for (int lw : laneWeeks) {
            loads.clear(lw);
        }
        for (int i = 0; i < laneWeeks.length; i++) {
            addLaneWeek(laneWeeks[i], rooms[i]);
        }
        if (!moves.isEmpty() && model.solve("glop", "", MOST_SECONDS)) {
            apply(laneWeeks);
        }
        if (loads.valueMicrofen() > before && loads.mustMissingGrams() <= missing) {
            loads.commit();
            return true;
        }
        loads.rollback();
        return false;
    }

    /// What the trucks of a lane-week hold: cold goods, all goods.
    private long[] truckRooms(int laneWeek) {
        TruckMenu.Fit fit = new TruckMenu.Fit();
        long cold = loads.coldGrams[laneWeek];
        long ordinary = loads.ordinaryGrams[laneWeek];
        if (!loads.menu(laneWeek).fit(cold, ordinary, fit)) {
            return new long[] {cold, cold + ordinary};
        }
        return new long[] {fit.coldCapacity, fit.coldCapacity + fit.ordinaryCapacity};
    }

    private void addLaneWeek(int laneWeek, long[] rooms) {
        Lane lane = loads.lane(laneWeek);
        int all = model.row(Double.NEGATIVE_INFINITY, rooms[1] / TONNE);
        int cold = model.row(Double.NEGATIVE_INFINITY, rooms[0] / TONNE);
        int[][] offers = market.offers[lane.origin()][laneWeek % market.weeks];
        for (int product = 0; product < market.products; product++) {
            for (Way way : market.ways(lane, laneWeek % market.weeks, product)) {
                for (int supply : offers[product]) {
                    if (market.fits(supply, lane, way) && couldPay(supply, way)) {
                        int column = model.column(0, Double.POSITIVE_INFINITY, -way.fenPerTonne() / 100.0);
                        moves.add(new Move(laneWeek, rooms, supply, way, column));
                        model.term(all, column, 1);
                        if (market.cold[supply]) {
                            model.term(cold, column, 1);
                        }
                        model.term(supplyRow(supply), column, 1);
                        model.term(demandRow(way.demand()), column, 1);
                        addRoom(lane, way, column);
                    }
                }
            }
        }
    }

    private boolean couldPay(int supply, Way way) {
        int step = market.supplies.stepAt(supply, loads.sold[supply]);
        int wanted = market.demands.stepAt(way.demand(), loads.served[way.demand()]);
        return step < market.supplies.stepPrice[supply].length
                && wanted < market.demands.stepPrice[way.demand()].length
                && (market.supplies.must[supply]
                        || market.demands.must[way.demand()]
                        || market.demands.stepPrice[way.demand()][wanted] - way.fenPerTonne()
                                > market.supplies.stepPrice[supply][step]);
    }

    private int supplyRow(int supply) {
        return supplyRows.computeIfAbsent(supply, g -> priceRow(market.supplies, g, loads.sold[g], -1));
    }

    private int demandRow(int demand) {
        return demandRows.computeIfAbsent(demand, d -> priceRow(market.demands, d, loads.served[d], 1));
    }

    /// What is left of a group, step by step of its price curve; a locked part must go.
    private int priceRow(Groups side, int group, long used, int sign) {
        int row = model.row(0, 0);
        long from = used;
        for (int s = side.stepAt(group, used); s < side.stepUpTo[group].length; s++) {
            double tonnes = (side.stepUpTo[group][s] - from) / TONNE;
            from = side.stepUpTo[group][s];
            int column = model.column(side.must[group] ? tonnes : 0, tonnes, sign * side.stepPrice[group][s] / 100.0);
            model.term(row, column, -1);
        }
        return row;
    }

    private void addRoom(Lane lane, Way way, int column) {
        if (lane.destination().isWarehouse()) {
            for (int t = way.arrivalWeek(); t <= way.leavingWeek(); t++) {
                int room = lane.destination().index() * market.weeks + t;
                int row = roomRows.computeIfAbsent(
                        room, r -> model.row(Double.NEGATIVE_INFINITY, loads.roomLeft[r] / TONNE));
                model.term(row, column, 1);
            }
        }
    }

    /// The program's tonnes are not whole grams: each move is rounded down and never beyond what there is, and
    /// what rounding left of locked parts goes where there is room.
    private void apply(int[] laneWeeks) {
        for (Move move : moves) {
            double tonnes = model.value(move.column);
            if (tonnes > 1e-6) {
                put(move, (long) Math.floor(tonnes * TONNE + 1e-3));
            }
        }
        for (Move move : moves) {
            if (market.supplies.must[move.supply] || market.demands.must[move.way.demand()]) {
                put(move, Long.MAX_VALUE);
            }
        }
        for (int lw : laneWeeks) {
            loads.settle(lw);
        }
    }

    private void put(Move move, long wanted) {
        int demand = move.way.demand();
        long grams = Math.min(
                Math.min(wanted, market.supplies.grams[move.supply] - loads.sold[move.supply]),
                Math.min(
                        market.demands.grams[demand] - loads.served[demand],
                        loads.roomLeft(loads.lane(move.laneWeek), move.way)));
        boolean cold = market.cold[move.supply];
        grams = Math.min(grams, cold ? Math.min(move.left[0], move.left[1]) : move.left[1]);
        if (grams > 0) {
            loads.put(move.laneWeek, move.supply, move.way, grams);
            move.left[1] -= grams;
            move.left[0] -= cold ? grams : 0;
        }
    }
}
