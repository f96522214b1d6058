package org.farmgate.trade.docking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Proves a plan feasible and recomputes its worth from the season's rows alone. It shares nothing with the
/// solver: the rules are written out again here, so that a mistake must be made twice to pass.
public final class PlanChecker {
    private record Run(int origin, Destination destination, int week) {}

    private final Season season;
    private final Locks locks;
    private final Plan plan;
    private final Map<String, Supply> supplies = new HashMap<>();
    private final Map<String, Demand> demands = new HashMap<>();
    private final Map<String, Long> soldGrams = new HashMap<>();
    private final Map<String, Long> servedGrams = new HashMap<>();
    private final Map<String, Long> pairGrams = new HashMap<>();
    private final Map<Run, long[]> loads = new HashMap<>();
    private final Map<String, Long> stored = new HashMap<>();
    private long microfen;

    private PlanChecker(Season season, Locks locks, Plan plan) {
        this.season = season;
        this.locks = locks;
        this.plan = plan;
        season.supplies().forEach(s -> supplies.put(s.key(), s));
        season.demands().forEach(d -> demands.put(d.key(), d));
    }

    /// Throws an `AssertionError` that names the first rule broken.
    public static void check(Season season, Locks locks, Plan plan) {
        PlanChecker checker = new PlanChecker(season, locks, plan);
        plan.allocations().forEach(checker::allocation);
        checker.masses();
        checker.trips();
        checker.warehouses();
        checker.locks();
        checker.sums();
    }

    private static void require(boolean holds, String rule, Object what) {
        if (!holds) {
            throw new AssertionError(rule + ": " + what);
        }
    }

    private void allocation(Allocation a) {
        Supply s = supplies.get(a.supplyKey());
        Demand d = demands.get(a.demandKey());
        require(s != null && d != null, "rows exist", a);
        java.util.Objects.requireNonNull(s);
        java.util.Objects.requireNonNull(d);
        require(a.grams() > 0, "mass is positive", a);
        require(s.product().equals(d.product()), "product is the same", a);
        require(s.grade() <= d.worstGrade(), "grade is good enough", a);
        require(a.loadingWeek() >= s.firstWeek() && a.loadingWeek() <= s.lastWeek(), "loaded when ready", a);
        require(a.deliveryWeek() >= d.firstWeek() && a.deliveryWeek() <= d.lastWeek(), "delivered when wanted", a);
        Lane lane = lane(s.origin(), a.destination());
        require(a.arrivalWeek() == a.loadingWeek() + lane.days() / 7, "arrival follows the lane", a);
        int days = lane.days();
        long onward = 0;
        long storage = 0;
        if (a.destination().isWarehouse()) {
            Warehouse w = season.warehouses().get(a.destination().index());
            require(!s.cold() || w.cold(), "cold goods lie cold", a);
            Warehouse.Onward on = w.onward().stream()
                    .filter(o -> o.city() == d.city())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("warehouse serves the city: " + a));
            require(a.leavingWeek() >= a.arrivalWeek(), "leaves after arriving", a);
            require(a.deliveryWeek() == a.leavingWeek() + on.days() / 7, "delivery follows leaving", a);
            days += 7 * (a.leavingWeek() - a.arrivalWeek()) + on.days();
            onward = on.fenPerTonne();
            storage = (a.leavingWeek() - a.arrivalWeek() + 1) * w.fenPerTonneWeek();
            for (int t = a.arrivalWeek(); t <= a.leavingWeek(); t++) {
                stored.merge(a.destination().index() + "@" + t, a.grams(), Long::sum);
            }
        } else {
            require(a.destination().index() == d.city(), "direct trips end in the city", a);
            require(a.deliveryWeek() == a.arrivalWeek(), "direct goods are delivered on arrival", a);
        }
        require(days <= s.shelfLifeDays(), "goods keep", a);
        long margin = d.highestFenPerTonne() - d.lastLegFenPerTonne() - onward - storage - s.floorFenPerTonne();
        require(margin >= 0 || isLocked(a), "nobody loses", a);
        microfen += margin * a.grams();
        soldGrams.merge(a.supplyKey(), a.grams(), Long::sum);
        servedGrams.merge(a.demandKey(), a.grams(), Long::sum);
        pairGrams.merge(a.supplyKey() + "|" + a.demandKey(), a.grams(), Long::sum);
        loads.computeIfAbsent(new Run(s.origin(), a.destination(), a.loadingWeek()), k -> new long[2])[
                        s.cold() ? 0 : 1] +=
                a.grams();
        buildUp(a, s, d, onward, storage);
    }

    private static void buildUp(Allocation a, Supply s, Demand d, long onward, long storage) {
        Allocation.BuildUp b = a.buildUp();
        long sum = b.floorFenPerTonne()
                + b.truckingFenPerTonne()
                + b.storageFenPerTonne()
                + b.onwardFenPerTonne()
                + b.lastLegFenPerTonne()
                + b.surplusFenPerTonne();
        boolean parts = b.floorFenPerTonne() == s.floorFenPerTonne()
                && b.storageFenPerTonne() == storage
                && b.onwardFenPerTonne() == onward
                && b.lastLegFenPerTonne() == d.lastLegFenPerTonne()
                && b.deliveredFenPerTonne() == d.highestFenPerTonne();
        require(parts && sum == b.deliveredFenPerTonne(), "the price builds up from its parts", a);
    }

    private boolean isLocked(Allocation a) {
        return locks.rules().stream().anyMatch(r -> switch (r) {
            case LockRule.ShipPair p ->
                p.supplyKey().equals(a.supplyKey()) && p.demandKey().equals(a.demandKey());
            case LockRule.ShipSupply p -> p.supplyKey().equals(a.supplyKey());
            case LockRule.ShipDemand p -> p.demandKey().equals(a.demandKey());
            default -> false;
        });
    }

    private Lane lane(int origin, Destination destination) {
        return season.lanes().stream()
                .filter(l -> l.origin() == origin && l.destination().equals(destination))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a lane leads there: " + origin + " to " + destination));
    }

    private void masses() {
        soldGrams.forEach((k, g) -> require(
                g <= java.util.Objects.requireNonNull(supplies.get(k)).grams(), "no more is sold than there is", k));
        servedGrams.forEach((k, g) -> require(
                g <= java.util.Objects.requireNonNull(demands.get(k)).grams(), "no more is served than wanted", k));
        Map<String, Long> unsold = new HashMap<>();
        plan.unsold().forEach(u -> require(unsold.put(u.supplyKey(), u.grams()) == null, "one reason a row", u));
        for (Supply s : season.supplies()) {
            long left = s.grams() - soldGrams.getOrDefault(s.key(), 0L);
            require(unsold.getOrDefault(s.key(), 0L) == left, "unsold is what is left", s);
        }
        Map<String, Long> unmet = new HashMap<>();
        plan.unmet().forEach(u -> require(unmet.put(u.demandKey(), u.grams()) == null, "one reason a row", u));
        for (Demand d : season.demands()) {
            long left = d.grams() - servedGrams.getOrDefault(d.key(), 0L);
            require(unmet.getOrDefault(d.key(), 0L) == left, "unmet is what is left", d);
        }
    }

    private void trips() {
        Map<Run, long[]> carried = new HashMap<>();
        Set<String> seen = new HashSet<>();
        long truckFen = 0;
        for (Trip t : plan.trips()) {
            TruckKind kind = season.truckKinds().get(t.truckKind());
            Lane lane = lane(t.origin(), t.destination());
            require(t.count() > 0 && t.grams() >= 0, "trips are real", t);
            require(
                    seen.add(t.origin() + "|" + t.destination() + t.week() + "|" + t.truckKind()),
                    "one trip a kind",
                    t);
            require(t.capacityGrams() == t.count() * kind.capacityGrams(), "capacity is the trucks'", t);
            require(t.grams() <= t.capacityGrams(), "trucks are not overloaded", t);
            require(t.costFen() == t.count() * (kind.tripFen() + kind.fenPerKm() * lane.kilometres()), "trips cost", t);
            truckFen += t.costFen();
            long[] c = carried.computeIfAbsent(new Run(t.origin(), t.destination(), t.week()), k -> new long[2]);
            c[0] += t.grams();
            c[1] += kind.cold() ? t.capacityGrams() : 0;
        }
        loads.forEach((run, load) -> {
            long[] c = carried.getOrDefault(run, new long[2]);
            require(c[0] == load[0] + load[1], "trips carry what is allocated", run);
            require(c[1] >= load[0], "cold goods ride cold", run);
        });
        carried.keySet().forEach(run -> require(loads.containsKey(run), "no trip runs for nothing", run));
        microfen -= truckFen * 1_000_000;
    }

    private void warehouses() {
        stored.forEach((key, grams) -> {
            Warehouse w = season.warehouses().get(Integer.parseInt(key.substring(0, key.indexOf('@'))));
            require(grams <= w.capacityGrams(), "warehouses are not overfull", key);
        });
    }

    private void locks() {
        for (LockRule rule : locks.rules()) {
            boolean kept = switch (rule) {
                case LockRule.ShipPair r ->
                    pairGrams.getOrDefault(r.supplyKey() + "|" + r.demandKey(), 0L) >= r.grams();
                case LockRule.ShipSupply r -> soldGrams.getOrDefault(r.supplyKey(), 0L) >= r.grams();
                case LockRule.ShipDemand r -> servedGrams.getOrDefault(r.demandKey(), 0L) >= r.grams();
                case LockRule.ForbidPair r -> !pairGrams.containsKey(r.supplyKey() + "|" + r.demandKey());
                case LockRule.ForbidSupply r -> !soldGrams.containsKey(r.supplyKey());
                case LockRule.ForbidDemand r -> !servedGrams.containsKey(r.demandKey());
                case LockRule.ForbidLane r ->
                    loads.keySet().stream()
                            .noneMatch(l -> l.origin == r.origin() && l.destination.equals(r.destination()));
            };
            require(kept, "rules are kept", rule);
        }
    }

    private void sums() {
        require(plan.surplusFen() == Math.floorDiv(microfen, 1_000_000L), "the surplus is right", plan.surplusFen());
        require(plan.boundFen() >= plan.surplusFen(), "the bound lies above", plan.boundFen());
        long trucks = plan.trips().stream().mapToLong(Trip::costFen).sum();
        require(plan.freight().trucksFen() == trucks, "freight counts the trucks", plan.freight());
        require(
                plan.freightAloneFen() >= plan.freight().totalFen(),
                "sharing never costs more",
                plan.freightAloneFen());
    }
}
