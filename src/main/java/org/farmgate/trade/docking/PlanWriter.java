package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes decided shipments and trucks down as what the caller sees: allocations with their price build-up,
/// trips with their filling, and the freight against everyone shipping alone.
final class PlanWriter {
    static final long MICRO = 1_000_000;

    private final Season season;
    private final List<Shipment> shipments;
    private final Map<Integer, long[]> loads = new TreeMap<>();
    private final Map<Integer, int[]> trucks = new TreeMap<>();
    private final TruckMenu[] menus;

    PlanWriter(Season season, List<Shipment> shipments) {
        this.season = season;
        this.shipments = shipments;
        this.menus = new TruckMenu[season.lanes().size()];
        for (Shipment s : shipments) {
            long[] load = loads.computeIfAbsent(trip(s), key -> new long[2]);
            load[season.supplies().get(s.supply()).cold() ? 0 : 1] += s.grams();
        }
        loads.forEach((key, load) -> trucks.put(key, trucksFor(key, load)));
    }

    private int trip(Shipment s) {
        return s.lane() * season.weeks() + s.week();
    }

    private TruckMenu menu(int lane) {
        if (menus[lane] == null) {
            menus[lane] =
                    new TruckMenu(season.truckKinds(), season.lanes().get(lane).kilometres());
        }
        return menus[lane];
    }

    private int[] trucksFor(int trip, long[] load) {
        int[] counts = menu(trip / season.weeks()).cheapest(load[0], load[1]);
        if (counts == null) {
            throw new IllegalStateException("goods were put on a lane that no truck can carry them on");
        }
        return counts;
    }

    private long truckFen(int trip) {
        return menu(trip / season.weeks()).costFen(trucks.getOrDefault(trip, new int[0]));
    }

    /// The plan's worth in microfen, exact.
    long surplusMicrofen() {
        long sum = 0;
        for (Shipment s : shipments) {
            sum += s.grams() * marginFenPerTonne(s);
        }
        for (int trip : trucks.keySet()) {
            sum -= truckFen(trip) * MICRO;
        }
        return sum;
    }

    private long marginFenPerTonne(Shipment s) {
        Demand d = season.demands().get(s.demand());
        return d.highestFenPerTonne()
                - d.lastLegFenPerTonne()
                - storageFenPerTonne(s)
                - onwardFenPerTonne(s)
                - season.supplies().get(s.supply()).floorFenPerTonne();
    }

    private long storageFenPerTonne(Shipment s) {
        Lane lane = season.lanes().get(s.lane());
        return lane.destination().isWarehouse()
                ? Route.storageFenPerTonne(
                        season.warehouses().get(lane.destination().index()),
                        Route.arrivalWeek(lane, s.week()),
                        s.leavingWeek())
                : 0;
    }

    private long onwardFenPerTonne(Shipment s) {
        Lane lane = season.lanes().get(s.lane());
        return lane.destination().isWarehouse() ? onward(lane, s).fenPerTonne() : 0;
    }

    private Warehouse.Onward onward(Lane lane, Shipment s) {
        int city = season.demands().get(s.demand()).city();
        return season.warehouses().get(lane.destination().index()).onward().stream()
                .filter(o -> o.city() == city)
                .findFirst()
                .orElseThrow();
    }

    List<Allocation> allocations() {
        List<Allocation> list = new ArrayList<>(shipments.size());
        for (Shipment s : shipments) {
            Lane lane = season.lanes().get(s.lane());
            int arrival = Route.arrivalWeek(lane, s.week());
            int delivery = lane.destination().isWarehouse()
                    ? Route.deliveryWeek(s.leavingWeek(), onward(lane, s).days())
                    : arrival;
            list.add(new Allocation(
                    season.supplies().get(s.supply()).key(),
                    season.demands().get(s.demand()).key(),
                    lane.destination(),
                    s.week(),
                    arrival,
                    s.leavingWeek(),
                    delivery,
                    s.grams(),
                    buildUp(s)));
        }
        return list;
    }

    private Allocation.BuildUp buildUp(Shipment s) {
        long[] load = loads.getOrDefault(trip(s), new long[] {1, 0});
        long trucking = Math.round((double) truckFen(trip(s)) * MICRO / (load[0] + load[1]));
        Demand d = season.demands().get(s.demand());
        return new Allocation.BuildUp(
                season.supplies().get(s.supply()).floorFenPerTonne(),
                trucking,
                storageFenPerTonne(s),
                onwardFenPerTonne(s),
                d.lastLegFenPerTonne(),
                marginFenPerTonne(s) - trucking,
                d.highestFenPerTonne());
    }

    /// One trip for each lane, week and kind that runs. Cold goods fill the cold trucks first, then ordinary
    /// ones the room left.
    List<Trip> trips() {
        List<Trip> list = new ArrayList<>();
        trucks.forEach((key, counts) -> {
            Lane lane = season.lanes().get(key / season.weeks());
            long[] load = loads.getOrDefault(key, new long[2]);
            long left = load[0] + load[1];
            for (boolean cold : new boolean[] {true, false}) {
                for (int k = 0; k < counts.length; k++) {
                    TruckKind kind = season.truckKinds().get(k);
                    if (counts[k] > 0 && kind.cold() == cold) {
                        long capacity = counts[k] * kind.capacityGrams();
                        long grams = Math.min(left, capacity);
                        left -= grams;
                        long cost = counts[k] * kind.costFen(lane.kilometres());
                        list.add(new Trip(
                                lane.origin(),
                                lane.destination(),
                                key % season.weeks(),
                                k,
                                counts[k],
                                grams,
                                capacity,
                                cost));
                    }
                }
            }
        });
        return list;
    }

    Plan.Freight freight() {
        long lastLeg = 0;
        long onward = 0;
        long storage = 0;
        for (Shipment s : shipments) {
            lastLeg += s.grams() * season.demands().get(s.demand()).lastLegFenPerTonne();
            onward += s.grams() * onwardFenPerTonne(s);
            storage += s.grams() * storageFenPerTonne(s);
        }
        long truckFen = trucks.keySet().stream().mapToLong(this::truckFen).sum();
        return new Plan.Freight(truckFen, lastLeg / MICRO, onward / MICRO, storage / MICRO);
    }

    /// The same movements, each buyer filling only its own trucks; last legs, onward and storage stay as they
    /// are.
    long freightAloneFen() {
        record Own(String buyer, int trip) {}
        Map<Own, long[]> own = new java.util.HashMap<>();
        for (Shipment s : shipments) {
            Own key = new Own(season.demands().get(s.demand()).buyer(), trip(s));
            long[] load = own.computeIfAbsent(key, k -> new long[2]);
            load[season.supplies().get(s.supply()).cold() ? 0 : 1] += s.grams();
        }
        long fen = freight().totalFen() - freight().trucksFen();
        for (Map.Entry<Own, long[]> e : own.entrySet()) {
            TruckMenu menu = menu(e.getKey().trip / season.weeks());
            fen += menu.cheapestFen(e.getValue()[0], e.getValue()[1]);
        }
        return fen;
    }
}
