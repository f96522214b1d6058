package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What a market without docking comes to, for comparison. Surpluses in yuan.
public final class Baselines {
    private final Season season;
    private final TruckMenu[] menus;
    private final long[] left;

    private Baselines(Season season) {
        this.season = season;
        this.menus = Market.menus(season);
        this.left = season.supplies().stream().mapToLong(Supply::grams).toArray();
    }

    /// Each demand in turn takes from the nearest origin that has what it wants, ready in time, at a price that
    /// covers the floor and its share of a full truck; direct trips, in the first week that fits. What then
    /// happens to go the same way in the same week shares trucks.
    public static double nearestYuan(Season season) {
        return new Baselines(season).nearest();
    }

    /// Each company ships alone: one after the other, those that want most first, each fills trucks of its own
    /// from the supply still there. Each company's loads are chosen by this project's own loader (best trucks
    /// first, whole trucks, warehouses too), so a company alone is not made to look silly; it only cannot
    /// share.
    public static double aloneYuan(Season season) {
        return new Baselines(season).alone();
    }

    private double nearest() {
        Map<String, List<Integer>> byProduct = new HashMap<>();
        for (int i = 0; i < left.length; i++) {
            byProduct
                    .computeIfAbsent(season.supplies().get(i).product(), k -> new ArrayList<>())
                    .add(i);
        }
        Map<Integer, Integer> laneTo = new HashMap<>();
        for (int l = 0; l < menus.length; l++) {
            Lane lane = season.lanes().get(l);
            if (!lane.destination().isWarehouse()) {
                laneTo.put(lane.origin() * 1000 + lane.destination().index(), l);
            }
        }
        Map<Integer, long[]> loads = new HashMap<>();
        double fen = 0;
        for (Demand d : season.demands()) {
            List<Integer> choice = new ArrayList<>(byProduct.getOrDefault(d.product(), List.of()));
            choice.removeIf(i -> !laneTo.containsKey(season.supplies().get(i).origin() * 1000 + d.city()));
            choice.sort(Comparator.comparingInt((Integer i) -> season.lanes()
                    .get(laneTo.getOrDefault(season.supplies().get(i).origin() * 1000 + d.city(), -1))
                    .kilometres()));
            long wanted = d.grams();
            for (int i : choice) {
                int lane = laneTo.getOrDefault(season.supplies().get(i).origin() * 1000 + d.city(), -1);
                int week = firstWeek(season.supplies().get(i), d, lane);
                long margin = d.highestFenPerTonne()
                        - d.lastLegFenPerTonne()
                        - season.supplies().get(i).floorFenPerTonne();
                if (wanted == 0 || week < 0 || left[i] == 0 || margin < rate(i, lane)) {
                    continue;
                }
                long take = Math.min(wanted, left[i]);
                wanted -= take;
                left[i] -= take;
                fen += margin * (double) take / 1e6;
                loads.computeIfAbsent(lane * season.weeks() + week, k -> new long[2])[
                        season.supplies().get(i).cold() ? 0 : 1] += take;
            }
        }
        for (Map.Entry<Integer, long[]> e : loads.entrySet()) {
            fen -= menus[e.getKey() / season.weeks()].cheapestFen(e.getValue()[0], e.getValue()[1]);
        }
        return fen / 100;
    }

    private double rate(int supply, int lane) {
        boolean cold = season.supplies().get(supply).cold();
        double coldRate = menus[lane].bestRate(true);
        return cold ? coldRate : Math.min(coldRate, menus[lane].bestRate(false));
    }

    private int firstWeek(Supply s, Demand d, int laneIndex) {
        Lane lane = season.lanes().get(laneIndex);
        if (s.grade() > d.worstGrade() || lane.days() > s.shelfLifeDays()) {
            return -1;
        }
        int week = Math.max(s.firstWeek(), d.firstWeek() - lane.days() / 7);
        return week <= s.lastWeek() && Route.arrivalWeek(lane, week) <= d.lastWeek() ? week : -1;
    }

    private double alone() {
        Map<String, List<Demand>> buyers = new LinkedHashMap<>();
        season.demands()
                .forEach(d -> buyers.computeIfAbsent(d.buyer(), k -> new ArrayList<>())
                        .add(d));
        List<List<Demand>> order = new ArrayList<>(buyers.values());
        order.sort(Comparator.comparingLong(
                (List<Demand> l) -> -l.stream().mapToLong(Demand::grams).sum()));
        double microfen = 0;
        for (List<Demand> wants : order) {
            microfen += ship(wants);
        }
        return microfen / 1e8;
    }

    private double ship(List<Demand> wants) {
        List<String> products = wants.stream().map(Demand::product).distinct().toList();
        List<Supply> there = new ArrayList<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < left.length; i++) {
            Supply s = season.supplies().get(i);
            if (left[i] > 0 && products.contains(s.product())) {
                rowOf.put(s.key(), i);
                there.add(new Supply(
                        s.key(),
                        s.grower(),
                        s.origin(),
                        s.product(),
                        s.grade(),
                        left[i],
                        s.firstWeek(),
                        s.lastWeek(),
                        s.shelfLifeDays(),
                        s.cold(),
                        s.floorFenPerTonne()));
            }
        }
        Season own = new Season(
                season.weeks(),
                season.origins(),
                season.cities(),
                there,
                wants,
                season.truckKinds(),
                season.lanes(),
                season.warehouses());
        Market market = new Market(own, Locks.NONE, menus);
        Loads loads = new Loads(market);
        Prices free = new Prices(
                new long[market.supplies.count()],
                new long[market.demands.count()],
                new long[season.warehouses().size() * season.weeks()]);
        Loader loader = new Loader(loads, free, new SplittableRandom(1));
        loader.guideBy(free, 0, 0);
        loader.loadBest(java.util.stream.IntStream.range(0, menus.length * season.weeks())
                .toArray());
        loads.commit();
        for (Shipment s : new Sharing(market).shipments(loads)) {
            left[
                    java.util.Objects.requireNonNull(
                            rowOf.get(there.get(s.supply()).key()))] -= s.grams();
        }
        return loads.valueMicrofen();
    }
}
