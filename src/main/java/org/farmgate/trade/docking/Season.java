package org.farmgate.trade.docking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farmgate.trade.docking.SeasonRefused.Fault;

/// Everything a docking is solved from. It checks itself: a season that exists is one the solver can work on.
///
/// @param weeks number of weeks; weeks are counted from 0
/// @param origins names of the producing counties, addressed by index
/// @param cities names of the cities of delivery, addressed by index
public record Season(
        int weeks,
        List<String> origins,
        List<String> cities,
        List<Supply> supplies,
        List<Demand> demands,
        List<TruckKind> truckKinds,
        List<Lane> lanes,
        List<Warehouse> warehouses) {

    /// The largest total of grams × fen per tonne that still leaves room for sums: far above any real season.
    static final double LARGEST_MICROFEN = 1e18;

    public Season {
        origins = List.copyOf(origins);
        cities = List.copyOf(cities);
        supplies = List.copyOf(supplies);
        demands = List.copyOf(demands);
        truckKinds = List.copyOf(truckKinds);
        lanes = List.copyOf(lanes);
        warehouses = List.copyOf(warehouses);
        refuse(weeks < 1, Fault.SEASON_WITHOUT_WEEKS, "season");
        checkSupplies(supplies, weeks, origins.size());
        checkDemands(demands, weeks, cities.size());
        checkTrucks(truckKinds);
        checkWarehouses(warehouses, cities.size());
        checkLanes(lanes, origins, cities, warehouses);
        checkSize(supplies, demands);
    }

    private static void checkSupplies(List<Supply> supplies, int weeks, int origins) {
        Set<String> keys = new HashSet<>();
        for (Supply s : supplies) {
            String row = "supply " + s.key();
            refuse(!keys.add(s.key()), Fault.KEY_REPEATED, row);
            refuse(s.grams() <= 0, Fault.MASS_NOT_POSITIVE, row);
            checkWindow(s.firstWeek(), s.lastWeek(), weeks, row);
            refuse(s.grade() < 1, Fault.GRADE_NOT_POSITIVE, row);
            refuse(s.shelfLifeDays() < 0, Fault.SHELF_LIFE_NEGATIVE, row);
            refuse(s.floorFenPerTonne() < 0, Fault.PRICE_NEGATIVE, row);
            refuse(s.origin() < 0 || s.origin() >= origins, Fault.UNKNOWN_ORIGIN, row);
        }
    }

    private static void checkDemands(List<Demand> demands, int weeks, int cities) {
        Set<String> keys = new HashSet<>();
        for (Demand d : demands) {
            String row = "demand " + d.key();
            refuse(!keys.add(d.key()), Fault.KEY_REPEATED, row);
            refuse(d.grams() <= 0, Fault.MASS_NOT_POSITIVE, row);
            checkWindow(d.firstWeek(), d.lastWeek(), weeks, row);
            refuse(d.worstGrade() < 1, Fault.GRADE_NOT_POSITIVE, row);
            refuse(d.highestFenPerTonne() < 0 || d.lastLegFenPerTonne() < 0, Fault.PRICE_NEGATIVE, row);
            refuse(d.city() < 0 || d.city() >= cities, Fault.UNKNOWN_CITY, row);
        }
    }

    private static void checkWindow(int first, int last, int weeks, String row) {
        refuse(first > last, Fault.WINDOW_REVERSED, row);
        refuse(first < 0 || last >= weeks, Fault.WINDOW_OUTSIDE_SEASON, row);
    }

    private static void checkTrucks(List<TruckKind> kinds) {
        Set<String> keys = new HashSet<>();
        for (TruckKind k : kinds) {
            String row = "truck kind " + k.key();
            refuse(!keys.add(k.key()), Fault.KEY_REPEATED, row);
            refuse(k.capacityGrams() <= 0, Fault.CAPACITY_NOT_POSITIVE, row);
            refuse(k.tripFen() < 0 || k.fenPerKm() < 0, Fault.COST_NEGATIVE, row);
        }
    }

    private static void checkWarehouses(List<Warehouse> warehouses, int cities) {
        Set<String> keys = new HashSet<>();
        for (Warehouse w : warehouses) {
            String row = "warehouse " + w.key();
            refuse(!keys.add(w.key()), Fault.KEY_REPEATED, row);
            refuse(w.capacityGrams() < 0, Fault.CAPACITY_NOT_POSITIVE, row);
            refuse(w.fenPerTonneWeek() < 0, Fault.COST_NEGATIVE, row);
            Set<Integer> served = new HashSet<>();
            for (Warehouse.Onward o : w.onward()) {
                refuse(o.city() < 0 || o.city() >= cities, Fault.UNKNOWN_CITY, row);
                refuse(!served.add(o.city()), Fault.LANE_REPEATED, row);
                refuse(o.fenPerTonne() < 0, Fault.COST_NEGATIVE, row);
                refuse(o.days() < 0, Fault.DISTANCE_OR_DAYS_NEGATIVE, row);
            }
        }
    }

    private static void checkLanes(
            List<Lane> lanes, List<String> origins, List<String> cities, List<Warehouse> warehouses) {
        Set<String> seen = new HashSet<>();
        for (Lane l : lanes) {
            Destination to = l.destination();
            String row = "lane " + l.origin() + "→" + to.kind() + " " + to.index();
            refuse(l.origin() < 0 || l.origin() >= origins.size(), Fault.UNKNOWN_ORIGIN, row);
            int known = to.isWarehouse() ? warehouses.size() : cities.size();
            boolean unknown = to.index() < 0 || to.index() >= known;
            refuse(unknown, to.isWarehouse() ? Fault.UNKNOWN_WAREHOUSE : Fault.UNKNOWN_CITY, row);
            refuse(!seen.add(row), Fault.LANE_REPEATED, row);
            refuse(l.kilometres() < 0 || l.days() < 0, Fault.DISTANCE_OR_DAYS_NEGATIVE, row);
        }
    }

    private static void checkSize(List<Supply> supplies, List<Demand> demands) {
        double total = 0;
        for (Demand d : demands) {
            total += (double) d.grams() * Math.max(d.highestFenPerTonne(), d.lastLegFenPerTonne());
            refuse(total > LARGEST_MICROFEN, Fault.SEASON_TOO_LARGE, "demand " + d.key());
        }
        total = 0;
        for (Supply s : supplies) {
            total += (double) s.grams() * Math.max(s.floorFenPerTonne(), 1);
            refuse(total > LARGEST_MICROFEN, Fault.SEASON_TOO_LARGE, "supply " + s.key());
        }
    }

    private static void refuse(boolean wrong, Fault fault, String row) {
        if (wrong) {
            throw new SeasonRefused(fault, row);
        }
    }
}
