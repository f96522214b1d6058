package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.trade.docking.Market.Way;
import org.farmgate.trade.docking.TruckMenu.Choice;

/// The season as a linear program with trucks by the tonne: it gives the first prices.
///
/// Pairs are never written out. Goods flow from a supply group to a *hub* (origin, product, grade, shelf life,
/// week), over lanes to a *stall* (city, product, grade, week), directly or by a warehouse, and from there to
/// demand groups. Each lane-week pays by the convex hull of what whole trucks cost up to the mass that could use
/// it at all, so that a lane with little to carry is dear, as it is in truth. Mass is in tonnes and money in
/// yuan.
final class Relaxation {
    private static final double TONNE = 1e6;
    private static final double YUAN = 100;
    private static final int LONGEST_STAY_WEEKS = 4;

    private record Hub(int origin, int product, int grade, int shelf, boolean cold, int week) {}

    private record Stall(int city, int product, int grade, int week) {}

    private record Store(int warehouse, int product, int grade, int shelfLeft, int week) {}

    private final Market market;
    private final LinearModel model = new LinearModel();
    private final int[] supplyRow;
    private final int[] demandRow;
    private final int[] roomRow;
    private final Map<Hub, Integer> hubs = new HashMap<>();
    private final Map<Stall, Integer> stalls = new HashMap<>();
    private final Map<Store, Integer> stores = new HashMap<>();
    private final Map<Integer, int[]> truckRows = new HashMap<>();

    Relaxation(Market market) {
        this.market = market;
        supplyRow = new int[market.supplies.count()];
        demandRow = new int[market.demands.count()];
        roomRow = new int[market.season.warehouses().size() * market.weeks];
        for (int r = 0; r < roomRow.length; r++) {
            double capacity = market.season.warehouses().get(r / market.weeks).capacityGrams() / TONNE;
            roomRow[r] = model.row(Double.NEGATIVE_INFINITY, capacity);
        }
        addSupplies();
        addDemands();
        addLanes();
        addStores();
        addDeliveries();
    }

    private void addSupplies() {
        for (int g = 0; g < supplyRow.length; g++) {
            supplyRow[g] = model.row(0, 0);
            addSteps(market.supplies, g, supplyRow[g], -1);
            Supply s = market.supply(g);
            for (int t = s.firstWeek(); t <= s.lastWeek(); t++) {
                Hub hub = new Hub(s.origin(), market.supplyProduct[g], s.grade(), s.shelfLifeDays(), s.cold(), t);
                int row = hubs.computeIfAbsent(hub, h -> model.row(0, 0));
                int loaded = model.column(0, Double.POSITIVE_INFINITY, 0);
                model.term(supplyRow[g], loaded, 1);
                model.term(row, loaded, -1);
            }
        }
    }

    private void addDemands() {
        for (int d = 0; d < demandRow.length; d++) {
            demandRow[d] = model.row(0, 0);
            addSteps(market.demands, d, demandRow[d], 1);
        }
    }

    /// One column for each price step. A locked part must go, so it has no choice.
    private void addSteps(Groups side, int group, int row, int sign) {
        long before = 0;
        for (int s = 0; s < side.stepPrice[group].length; s++) {
            double grams = (side.stepUpTo[group][s] - before) / TONNE;
            before = side.stepUpTo[group][s];
            int column = model.column(side.must[group] ? grams : 0, grams, sign * side.stepPrice[group][s] / YUAN);
            model.term(row, column, sign);
        }
    }

    private void addLanes() {
        for (Map.Entry<Hub, Integer> e : Map.copyOf(hubs).entrySet()) {
            Hub hub = e.getKey();
            for (int l = 0; l < market.menus.length; l++) {
                Lane lane = market.season.lanes().get(l);
                if (lane.origin() == hub.origin && !market.book.forbidsLane(l)) {
                    addLane(l, lane, hub, e.getValue());
                }
            }
        }
    }

    private void addLane(int index, Lane lane, Hub hub, int hubRow) {
        int arrival = Route.arrivalWeek(lane, hub.week);
        Destination to = lane.destination();
        boolean keeps = !to.isWarehouse()
                || !hub.cold
                || market.season.warehouses().get(to.index()).cold();
        if (arrival >= market.weeks || lane.days() > hub.shelf || !keeps) {
            return;
        }
        Way[] ways = market.ways(lane, hub.week, hub.product);
        boolean useful = false;
        for (Way way : ways) {
            useful |= hub.grade <= market.worstGrade[way.demand()] && lane.days() + way.days() <= hub.shelf;
        }
        if (!useful) {
            return;
        }
        int endRow;
        if (to.isWarehouse()) {
            int left = Math.min(hub.shelf - lane.days(), 7 * LONGEST_STAY_WEEKS + 7);
            endRow = stores.computeIfAbsent(
                    new Store(to.index(), hub.product, hub.grade, left, arrival), k -> model.row(0, 0));
        } else {
            endRow = stalls.computeIfAbsent(
                    new Stall(to.index(), hub.product, hub.grade, arrival), k -> model.row(0, 0));
        }
        int flow = model.column(0, Double.POSITIVE_INFINITY, 0);
        model.term(hubRow, flow, 1);
        model.term(endRow, flow, -1);
        int[] rows = truckRows.computeIfAbsent(index * market.weeks + hub.week, k -> addTrucks(index, hub.week));
        model.term(rows[hub.cold ? 0 : 1], flow, 1);
    }

    /// Rows for cold and ordinary loads of a lane-week, with columns for the segments of their hulls.
    private int[] addTrucks(int lane, int week) {
        double[] most = potential(market.season.lanes().get(lane), week);
        int[] rows = new int[2];
        for (int c = 0; c < 2; c++) {
            rows[c] = model.row(Double.NEGATIVE_INFINITY, 0);
            Choice[] choices = c == 0 ? market.menus[lane].cold() : market.menus[lane].ordinary();
            addHull(rows[c], choices, most[c]);
        }
        return rows;
    }

    private void addHull(int row, Choice[] choices, double most) {
        double atMass = 0;
        double atCost = 0;
        while (atMass < most) {
            double slope = Double.POSITIVE_INFINITY;
            double toMass = 0;
            double toCost = 0;
            for (Choice choice : choices) {
                double mass = Math.min(most, choice.capacityGrams() / TONNE);
                double cost = choice.costFen() / YUAN;
                if (mass > atMass && (cost - atCost) / (mass - atMass) <= slope) {
                    slope = (cost - atCost) / (mass - atMass);
                    toMass = mass;
                    toCost = cost;
                }
            }
            if (toMass == 0) {
                break;
            }
            boolean last = toMass >= choices[choices.length - 1].capacityGrams() / TONNE - 1e-9;
            int column = model.column(0, last ? most - atMass : toMass - atMass, -slope);
            model.term(row, column, -1);
            atMass = last ? most : toMass;
            atCost = toCost;
        }
    }

    /// The most that could ever use a lane-week, in tonnes: cold, ordinary.
    private double[] potential(Lane lane, int week) {
        double[] most = new double[2];
        for (int p = 0; p < market.products; p++) {
            double[] offered = new double[2];
            double wanted = 0;
            for (int g : market.offers[lane.origin()][week][p]) {
                offered[market.cold[g] ? 0 : 1] += market.supplies.grams[g] / TONNE;
            }
            for (Way way : market.ways(lane, week, p)) {
                wanted += market.demands.grams[way.demand()] / TONNE;
            }
            most[0] += Math.min(offered[0], wanted);
            most[1] += Math.min(offered[1], wanted);
        }
        return most;
    }

    private void addStores() {
        for (Map.Entry<Store, Integer> e : stores.entrySet()) {
            Store store = e.getKey();
            Warehouse warehouse = market.season.warehouses().get(store.warehouse);
            for (Warehouse.Onward on : warehouse.onward()) {
                int lastLeaving = Math.min(store.week + LONGEST_STAY_WEEKS - 1, market.weeks - 1 - on.days() / 7);
                for (int leaving = store.week; leaving <= lastLeaving; leaving++) {
                    if (Route.daysAfterLane(store.week, leaving, on.days()) > store.shelfLeft) {
                        break;
                    }
                    int delivered = Route.deliveryWeek(leaving, on.days());
                    long cost = on.fenPerTonne() + Route.storageFenPerTonne(warehouse, store.week, leaving);
                    int stall = stalls.computeIfAbsent(
                            new Stall(on.city(), store.product, store.grade, delivered), k -> model.row(0, 0));
                    int flow = model.column(0, Double.POSITIVE_INFINITY, -cost / YUAN);
                    model.term(e.getValue(), flow, 1);
                    model.term(stall, flow, -1);
                    for (int t = store.week; t <= leaving; t++) {
                        model.term(roomRow[store.warehouse * market.weeks + t], flow, 1);
                    }
                }
            }
        }
    }

    private void addDeliveries() {
        Map<Long, List<Map.Entry<Stall, Integer>>> byCity = new HashMap<>();
        stalls.entrySet()
                .forEach(e -> byCity.computeIfAbsent(
                                (long) e.getKey().city * market.products + e.getKey().product, k -> new ArrayList<>())
                        .add(e));
        for (int d = 0; d < demandRow.length; d++) {
            Demand wanted = market.demand(d);
            long key = (long) wanted.city() * market.products + market.demandProduct[d];
            for (Map.Entry<Stall, Integer> e : byCity.getOrDefault(key, List.of())) {
                Stall stall = e.getKey();
                boolean fits = stall.grade <= wanted.worstGrade()
                        && stall.week >= wanted.firstWeek()
                        && stall.week <= wanted.lastWeek();
                if (fits) {
                    int flow = model.column(0, Double.POSITIVE_INFINITY, 0);
                    model.term(e.getValue(), flow, 1);
                    model.term(demandRow[d], flow, -1);
                }
            }
        }
    }

    /// Solves within the time; empty when that was too short.
    Optional<Prices> solve(double seconds) {
        return model.solve("glop", "", seconds) ? Optional.of(prices()) : Optional.empty();
    }

    /// Stops a running `solve`; from another thread.
    void interrupt() {
        model.interrupt();
    }

    private Prices prices() {
        long[] supply = new long[supplyRow.length];
        long[] demand = new long[demandRow.length];
        long[] room = new long[roomRow.length];
        for (int g = 0; g < supply.length; g++) {
            supply[g] = Math.round(model.price(supplyRow[g]) * YUAN);
        }
        for (int d = 0; d < demand.length; d++) {
            demand[d] = Math.round(model.price(demandRow[d]) * YUAN);
        }
        for (int r = 0; r < room.length; r++) {
            room[r] = Math.max(0, Math.round(model.price(roomRow[r]) * YUAN));
        }
        return new Prices(supply, demand, room);
    }
}
