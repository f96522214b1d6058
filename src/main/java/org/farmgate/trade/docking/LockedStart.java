package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.trade.docking.LocksRefused.Fault;
import org.farmgate.trade.docking.Market.Way;

/// Puts all locked masses on board first, exactly: a small program over the locked parts and whoever can meet
/// them, with trucks at their best rate. Refuses when not all can ship together; the search then never unloads
/// them for good.
final class LockedStart {
    private record Move(int laneWeek, int supply, Way way, int column) {}

    private final Market market;
    private final Loads loads;
    private final List<Move> moves = new ArrayList<>();
    private final LinearModel model = new LinearModel();
    private final Map<Integer, Integer> supplyRows = new HashMap<>();
    private final Map<Integer, Integer> demandRows = new HashMap<>();
    private final Map<Integer, Integer> roomRows = new HashMap<>();

    LockedStart(Loads loads) {
        this.loads = loads;
        this.market = loads.market;
    }

    void load() {
        if (market.book.musts().isEmpty()) {
            return;
        }
        for (int l = 0; l < market.menus.length; l++) {
            Lane lane = market.season.lanes().get(l);
            double coldRate = market.menus[l].bestRate(true);
            double anyRate = Math.min(coldRate, market.menus[l].bestRate(false));
            for (int t = 0; t < market.weeks && !market.book.forbidsLane(l); t++) {
                for (int p = 0; p < market.products; p++) {
                    for (int g : market.offers[lane.origin()][t][p]) {
                        for (Way way : market.ways(lane, t, p)) {
                            add(l, t, g, way, market.cold[g] ? coldRate : anyRate);
                        }
                    }
                }
            }
        }
        refuseWithoutRoute();
        boolean solved = model.solve("glop", "", 60);
        if (!solved) {
            throw together();
        }
        apply();
    }

    private void add(int lane, int week, int supply, Way way, double rate) {
        boolean locked = market.supplies.must[supply] || market.demands.must[way.demand()];
        if (!locked
                || Double.isInfinite(rate)
                || !market.fits(supply, market.season.lanes().get(lane), way)) {
            return;
        }
        double earns = market.demands.stepPrice[way.demand()][0]
                - market.supplies.stepPrice[supply][0]
                - way.fenPerTonne()
                - rate;
        int column = model.column(0, Double.POSITIVE_INFINITY, earns / 100);
        moves.add(new Move(lane * market.weeks + week, supply, way, column));
        model.term(supplyRows.computeIfAbsent(supply, k -> massRow(market.supplies, k)), column, 1);
        model.term(demandRows.computeIfAbsent(way.demand(), k -> massRow(market.demands, k)), column, 1);
        Destination to = market.season.lanes().get(lane).destination();
        if (to.isWarehouse()) {
            double capacity = market.season.warehouses().get(to.index()).capacityGrams() / 1e6;
            for (int t = way.arrivalWeek(); t <= way.leavingWeek(); t++) {
                int row = roomRows.computeIfAbsent(
                        to.index() * market.weeks + t, k -> model.row(Double.NEGATIVE_INFINITY, capacity));
                model.term(row, column, 1);
            }
        }
    }

    private int massRow(Groups side, int group) {
        double tonnes = side.grams[group] / 1e6;
        return model.row(side.must[group] ? tonnes : Double.NEGATIVE_INFINITY, tonnes);
    }

    private void refuseWithoutRoute() {
        for (LockBook.Must must : market.book.musts()) {
            boolean onSupply = must.supply() >= 0;
            Groups side = onSupply ? market.supplies : market.demands;
            Map<Integer, Integer> rows = onSupply ? supplyRows : demandRows;
            boolean found = rows.keySet().stream()
                    .anyMatch(g -> side.must[g] && side.part(side.members[g][0]).lock() == must.rule());
            if (!found) {
                throw new LocksRefused(Fault.NO_ROUTE, market.book.rule(must.rule()), List.of());
            }
        }
    }

    private LocksRefused together() {
        LockBook.Must first = market.book.musts().getFirst();
        for (LockBook.Must must : market.book.musts()) {
            if (!market.book.sharing(must).isEmpty()) {
                first = must;
                break;
            }
        }
        LockRule rule = market.book.rule(first.rule());
        List<LockRule> others = market.book.musts().stream()
                .map(m -> market.book.rule(m.rule()))
                .filter(r -> r != rule)
                .toList();
        return new LocksRefused(Fault.NOT_TOGETHER, rule, others);
    }

    /// The program's tonnes are not whole grams: each move is rounded, and what is left of a locked part by
    /// rounding goes with the moves that have room for it.
    private void apply() {
        for (int pass = 0; pass < 2; pass++) {
            for (Move move : moves) {
                double tonnes = model.value(move.column);
                if (tonnes > 1e-9) {
                    long wanted = pass == 0 ? (long) Math.floor(tonnes * 1e6) : 16;
                    put(move, wanted);
                }
            }
        }
        for (Move move : moves) {
            put(move, Long.MAX_VALUE);
        }
        for (int lw = 0; lw < market.menus.length * market.weeks; lw++) {
            if (!loads.isEmpty(lw)) {
                loads.settle(lw);
            }
        }
        loads.commit();
        if (loads.mustMissingGrams() > 0) {
            throw together();
        }
    }

    private void put(Move move, long wanted) {
        int demand = move.way.demand();
        long supplyLeft = market.supplies.grams[move.supply] - loads.sold[move.supply];
        long demandLeft = market.demands.grams[demand] - loads.served[demand];
        long room = loads.roomLeft(loads.lane(move.laneWeek), move.way);
        long grams = Math.min(Math.min(supplyLeft, demandLeft), Math.min(room, wanted));
        if (grams > 0) {
            loads.put(move.laneWeek, move.supply, move.way, grams);
        }
    }
}
