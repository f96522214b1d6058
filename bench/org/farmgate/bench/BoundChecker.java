package org.farmgate.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.trade.docking.Certificate;
import org.farmgate.trade.docking.Demand;
import org.farmgate.trade.docking.Lane;
import org.farmgate.trade.docking.LockRule;
import org.farmgate.trade.docking.Locks;
import org.farmgate.trade.docking.Season;
import org.farmgate.trade.docking.Supply;
import org.farmgate.trade.docking.Warehouse;

/// Recomputes a plan's upper bound from the season's rows and the certificate's multipliers alone,
/// by weak duality (see `Certificate`). It uses none of the solver's code: rows are not grouped,
/// and whole trucks are found by trying counts.
public final class BoundChecker {
    /// A row or a locked piece of one: what is left of its mass, and its price with the multiplier
    /// on top.
    private record Part(int row, long grams, long price, String product) {}

    private static final long MICRO = 1_000_000;

    private final Season season;
    private final Locks locks;
    private final Certificate proof;
    private final Map<String, List<Part>> supplies = new HashMap<>();
    private final Map<String, List<Part>> demands = new HashMap<>();
    private final List<String> forbidden = new ArrayList<>();
    private final List<String> products = new ArrayList<>();
    private long microfen;

    private BoundChecker(Season season, Locks locks, Certificate proof) {
        this.season = season;
        this.locks = locks;
        this.proof = proof;
    }

    /// The bound in fen that the multipliers prove.
    public static long boundFen(Season season, Locks locks, Certificate proof) {
        BoundChecker checker = new BoundChecker(season, locks, proof);
        checker.rows();
        for (Lane lane : season.lanes()) {
            if (!locks.rules().contains(new LockRule.ForbidLane(lane.origin(), lane.destination()))) {
                for (int week = 0; week < season.weeks(); week++) {
                    checker.microfen = Math.addExact(checker.microfen, checker.laneWeek(lane, week));
                }
            }
        }
        return Math.floorDiv(checker.microfen, MICRO);
    }

    private void rows() {
        for (int w = 0; w < proof.warehouseFenPerTonne().size(); w++) {
            long price = proof.warehouseFenPerTonne().get(w);
            require(price >= 0);
            microfen += price * season.warehouses().get(w / season.weeks()).capacityGrams();
        }
        locks.rules().forEach(r -> {
            if (r instanceof LockRule.ForbidPair(String supply, String demand)) {
                forbidden.add(supply + "\0" + demand);
            }
        });
        for (int i = 0; i < season.supplies().size(); i++) {
            supply(i);
        }
        for (int j = 0; j < season.demands().size(); j++) {
            demand(j);
        }
        supplies.keySet().stream()
                .map(k -> k.substring(k.indexOf('\1') + 1))
                .distinct()
                .forEach(products::add);
    }

    private void supply(int i) {
        Supply s = season.supplies().get(i);
        long floor = s.floorFenPerTonne();
        long rest = s.grams();
        long paired = 0;
        for (int r = 0; r < locks.rules().size(); r++) {
            LockRule rule = locks.rules().get(r);
            if (rule instanceof LockRule.ForbidSupply(String key) && key.equals(s.key())) {
                return;
            }
            if (rule instanceof LockRule.ShipPair p && p.supplyKey().equals(s.key())) {
                // The multiplier of a pair stands wholly on its supply end.
                addSupply(
                        s,
                        new Part(i, p.grams(), floor + proof.lockFenPerTonne().get(r), "\2" + r));
                microfen += proof.lockFenPerTonne().get(r) * p.grams();
                rest -= p.grams();
                paired += p.grams();
            }
        }
        for (int r = 0; r < locks.rules().size(); r++) {
            if (locks.rules().get(r) instanceof LockRule.ShipSupply p
                    && p.supplyKey().equals(s.key())) {
                long grams = Math.max(0, p.grams() - paired);
                addSupply(s, new Part(i, grams, floor + proof.lockFenPerTonne().get(r), s.product()));
                microfen += proof.lockFenPerTonne().get(r) * grams;
                rest -= grams;
            }
        }
        long price = proof.supplyFenPerTonne().get(i);
        require(price >= 0);
        addSupply(s, new Part(i, rest, floor + price, s.product()));
        microfen = Math.addExact(microfen, Math.multiplyExact(price, rest));
    }

    private void demand(int j) {
        Demand d = season.demands().get(j);
        long bid = d.highestFenPerTonne() - d.lastLegFenPerTonne();
        long rest = d.grams();
        long paired = 0;
        for (int r = 0; r < locks.rules().size(); r++) {
            LockRule rule = locks.rules().get(r);
            if (rule instanceof LockRule.ForbidDemand(String key) && key.equals(d.key())) {
                return;
            }
            if (rule instanceof LockRule.ShipPair p && p.demandKey().equals(d.key())) {
                addDemand(d, new Part(j, p.grams(), bid, "\2" + r));
                rest -= p.grams();
                paired += p.grams();
            }
        }
        for (int r = 0; r < locks.rules().size(); r++) {
            if (locks.rules().get(r) instanceof LockRule.ShipDemand p
                    && p.demandKey().equals(d.key())) {
                long grams = Math.max(0, p.grams() - paired);
                addDemand(d, new Part(j, grams, bid - proof.lockFenPerTonne().get(r), d.product()));
                microfen += proof.lockFenPerTonne().get(r) * grams;
                rest -= grams;
            }
        }
        long price = proof.demandFenPerTonne().get(j);
        require(price >= 0);
        addDemand(d, new Part(j, rest, bid - price, d.product()));
        microfen = Math.addExact(microfen, Math.multiplyExact(price, rest));
    }

    private void addSupply(Supply s, Part part) {
        if (part.grams > 0) {
            supplies.computeIfAbsent(s.origin() + "\1" + part.product, k -> new ArrayList<>())
                    .add(part);
        }
    }

    private void addDemand(Demand d, Part part) {
        if (part.grams > 0) {
            demands.computeIfAbsent(d.city() + "\1" + part.product, k -> new ArrayList<>())
                    .add(part);
        }
    }

    /// The most a lane-week could earn: the best whole trucks for the best goods of each product.
    private long laneWeek(Lane lane, int week) {
        List<Transport> transports = new ArrayList<>();
        List<Boolean> cold = new ArrayList<>();
        WholeTrucks trucks = new WholeTrucks(season.truckKinds(), lane);
        boolean pays = false;
        for (String product : products) {
            List<Part> here = supplies.getOrDefault(lane.origin() + "\1" + product, List.of()).stream()
                    .filter(p -> week >= season.supplies().get(p.row).firstWeek()
                            && week <= season.supplies().get(p.row).lastWeek())
                    .toList();
            if (!here.isEmpty()) {
                pays |= product(lane, week, product, here, trucks, transports, cold);
            }
        }
        if (!pays) {
            return 0;
        }
        List<WholeTrucks.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < transports.size(); i++) {
            pieces.addAll(transports.get(i).pieces(cold.get(i)));
        }
        return trucks.most(pieces);
    }

    /// Adds a product's supplies and demands; whether any pair of them pays a full truck.
    private boolean product(
            Lane lane,
            int week,
            String product,
            List<Part> here,
            WholeTrucks trucks,
            List<Transport> transports,
            List<Boolean> cold) {
        Transport transport = new Transport();
        here.forEach(p -> transport.supply(p.price, p.grams));
        boolean[] fitAny = new boolean[here.size()];
        long most = Long.MIN_VALUE;
        int arrival = week + lane.days() / 7;
        if (lane.destination().isWarehouse()) {
            for (Warehouse.Onward on :
                    season.warehouses().get(lane.destination().index()).onward()) {
                most = Math.max(most, reach(lane, arrival, on, on.city(), product, here, fitAny, transport));
            }
        } else {
            most = reach(lane, arrival, null, lane.destination().index(), product, here, fitAny, transport);
        }
        if (most <= 0) {
            return false;
        }
        boolean allCold = true;
        for (int k = 0; k < here.size(); k++) {
            allCold &= !fitAny[k] || season.supplies().get(here.get(k).row).cold();
        }
        transports.add(transport);
        // A product of which some goods need cold and others do not is taken to ride as if none did.
        cold.add(allCold);
        return trucks.pays(most, allCold);
    }

    /// Adds the demands of a city that goods arriving then can meet; the most that a tonne could
    /// earn there.
    private long reach(
            Lane lane,
            int arrival,
            Warehouse.Onward on,
            int city,
            String product,
            List<Part> here,
            boolean[] fitAny,
            Transport transport) {
        long most = Long.MIN_VALUE;
        for (Part wanted : demands.getOrDefault(city + "\1" + product, List.of())) {
            Demand d = season.demands().get(wanted.row);
            int onwardWeeks = on == null ? 0 : on.days() / 7;
            int leaving = on == null ? arrival : Math.max(arrival, d.firstWeek() - onwardWeeks);
            if (leaving + onwardWeeks < d.firstWeek() || leaving + onwardWeeks > d.lastWeek()) {
                continue;
            }
            long net = wanted.price - (on == null ? 0 : stay(lane, on, arrival, leaving));
            int days = lane.days() + (on == null ? 0 : 7 * (leaving - arrival) + on.days());
            boolean[] fitting = new boolean[here.size()];
            long least = Long.MAX_VALUE;
            for (int k = 0; k < here.size(); k++) {
                Supply s = season.supplies().get(here.get(k).row);
                boolean keepsCold = on == null
                        || !s.cold()
                        || season.warehouses().get(lane.destination().index()).cold();
                fitting[k] = net > here.get(k).price
                        && s.grade() <= d.worstGrade()
                        && days <= s.shelfLifeDays()
                        && keepsCold
                        && !forbidden.contains(s.key() + "\0" + d.key());
                if (fitting[k]) {
                    fitAny[k] = true;
                    least = Math.min(least, here.get(k).price);
                }
            }
            if (least < net) {
                transport.demand(net, wanted.grams, fitting);
                most = Math.max(most, net - least);
            }
        }
        return most;
    }

    private long stay(Lane lane, Warehouse.Onward on, int arrival, int leaving) {
        int w = lane.destination().index();
        long cost = on.fenPerTonne();
        for (int t = arrival; t <= leaving; t++) {
            cost += season.warehouses().get(w).fenPerTonneWeek()
                    + proof.warehouseFenPerTonne().get(w * season.weeks() + t);
        }
        return cost;
    }

    private static void require(boolean notNegative) {
        if (!notNegative) {
            throw new AssertionError("a multiplier is negative");
        }
    }
}
