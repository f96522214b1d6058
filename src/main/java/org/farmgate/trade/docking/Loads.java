package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.List;
import org.farmgate.trade.docking.Market.Way;

/// A plan under construction: what each lane-week carries, what each group has sold or got, how full warehouses
/// are, and what it all earns. Changes can be taken back to the last `commit`.
final class Loads {

    /// Goods of one supply group on one lane-week, bound for one demand group.
    record Item(int supply, Way way, long grams) {}

    private static final List<Item> NOTHING = List.of();

    final Market market;
    final long[] sold;
    final long[] served;
    final long[] roomLeft;
    final long[] coldGrams;
    final long[] ordinaryGrams;
    final long[] truckFen;
    private final List<Item>[] items;
    private long valueMicrofen;
    private long mustMissing;

    private final List<Saved> undo = new ArrayList<>();
    private final int[] savedAt;
    private int stamp = 1;
    private long savedValue;

    private record Saved(int laneWeek, List<Item> items, long cold, long ordinary, long truckFen) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    Loads(Market market) {
        this.market = market;
        int laneWeeks = market.menus.length * market.weeks;
        sold = new long[market.supplies.count()];
        served = new long[market.demands.count()];
        roomLeft = new long[market.season.warehouses().size() * market.weeks];
        for (int r = 0; r < roomLeft.length; r++) {
            roomLeft[r] = market.season.warehouses().get(r / market.weeks).capacityGrams();
        }
        coldGrams = new long[laneWeeks];
        ordinaryGrams = new long[laneWeeks];
        truckFen = new long[laneWeeks];
        savedAt = new int[laneWeeks];
        items = new List[laneWeeks];
        java.util.Arrays.fill(items, NOTHING);
        mustMissing = mustMass(market.supplies) + mustMass(market.demands);
    }

    /// What of the locked masses is not on board.
    long mustMissingGrams() {
        return mustMissing;
    }

    private static long mustMass(Groups side) {
        long sum = 0;
        for (int g = 0; g < side.count(); g++) {
            sum += side.must[g] ? side.grams[g] : 0;
        }
        return sum;
    }

    long valueMicrofen() {
        return valueMicrofen;
    }

    List<Item> items(int laneWeek) {
        return items[laneWeek];
    }

    Lane lane(int laneWeek) {
        return market.season.lanes().get(laneWeek / market.weeks);
    }

    TruckMenu menu(int laneWeek) {
        return market.menus[laneWeek / market.weeks];
    }

    boolean isEmpty(int laneWeek) {
        return items[laneWeek].isEmpty();
    }

    /// Puts goods on board; the trucks are settled afterwards by `settle`.
    void put(int laneWeek, int supply, Way way, long grams) {
        save(laneWeek);
        items[laneWeek].add(new Item(supply, way, grams));
        move(laneWeek, supply, way, grams);
    }

    /// Takes some goods off; the trucks are settled afterwards.
    void trim(int laneWeek, int supply, Way way, long grams) {
        save(laneWeek);
        long left = grams;
        List<Item> list = items[laneWeek];
        for (int i = list.size() - 1; i >= 0 && left > 0; i--) {
            Item item = list.get(i);
            if (item.supply == supply && item.way == way) {
                long take = Math.min(left, item.grams);
                left -= take;
                if (take == item.grams) {
                    list.remove(i);
                } else {
                    list.set(i, new Item(supply, way, item.grams - take));
                }
            }
        }
        move(laneWeek, supply, way, left - grams);
    }

    /// Takes everything off a lane-week.
    void clear(int laneWeek) {
        save(laneWeek);
        for (Item item : items[laneWeek]) {
            move(laneWeek, item.supply, item.way, -item.grams);
        }
        items[laneWeek] = new ArrayList<>();
        settle(laneWeek);
    }

    /// Books the cheapest trucks for what is on board.
    void settle(int laneWeek) {
        long fen = items[laneWeek].isEmpty()
                ? 0
                : menu(laneWeek).cheapestFen(coldGrams[laneWeek], ordinaryGrams[laneWeek]);
        valueMicrofen += (truckFen[laneWeek] - fen) * PlanWriter.MICRO;
        truckFen[laneWeek] = fen;
    }

    private void move(int laneWeek, int supply, Way way, long grams) {
        int demand = way.demand();
        valueMicrofen += market.supplies.curve(supply, sold[supply]) - market.demands.curve(demand, served[demand]);
        mustMissing -= (market.supplies.must[supply] ? grams : 0) + (market.demands.must[demand] ? grams : 0);
        sold[supply] += grams;
        served[demand] += grams;
        valueMicrofen += market.demands.curve(demand, served[demand]) - market.supplies.curve(supply, sold[supply]);
        valueMicrofen -= way.fenPerTonne() * grams;
        if (market.cold[supply]) {
            coldGrams[laneWeek] += grams;
        } else {
            ordinaryGrams[laneWeek] += grams;
        }
        Destination to = lane(laneWeek).destination();
        if (to.isWarehouse()) {
            for (int t = way.arrivalWeek(); t <= way.leavingWeek(); t++) {
                roomLeft[to.index() * market.weeks + t] -= grams;
            }
        }
    }

    /// What may still lie in the warehouse on this way; no limit when direct.
    long roomLeft(Lane lane, Way way) {
        long room = Long.MAX_VALUE;
        if (lane.destination().isWarehouse()) {
            for (int t = way.arrivalWeek(); t <= way.leavingWeek(); t++) {
                room = Math.min(room, roomLeft[lane.destination().index() * market.weeks + t]);
            }
        }
        return room;
    }

    private void save(int laneWeek) {
        if (savedAt[laneWeek] != stamp) {
            savedAt[laneWeek] = stamp;
            undo.add(new Saved(
                    laneWeek, items[laneWeek], coldGrams[laneWeek], ordinaryGrams[laneWeek], truckFen[laneWeek]));
            items[laneWeek] = new ArrayList<>(items[laneWeek]);
        }
    }

    void commit() {
        undo.clear();
        stamp++;
        savedValue = valueMicrofen;
    }

    void rollback() {
        for (Saved saved : undo) {
            int lw = saved.laneWeek;
            for (Item item : items[lw]) {
                move(lw, item.supply, item.way, -item.grams);
            }
        }
        for (Saved saved : undo) {
            int lw = saved.laneWeek;
            for (Item item : saved.items) {
                move(lw, item.supply, item.way, item.grams);
            }
            items[lw] = saved.items;
            truckFen[lw] = saved.truckFen;
        }
        undo.clear();
        stamp++;
        valueMicrofen = savedValue;
    }

    /// A committed state to come back to. Item lists are never changed once committed, so they are shared.
    record Snapshot(
            long[] sold,
            long[] served,
            long[] room,
            long[] cold,
            long[] ordinary,
            long[] truckFen,
            List<Item>[] items,
            long valueMicrofen,
            long mustMissing) {}

    Snapshot snapshot() {
        return new Snapshot(
                sold.clone(),
                served.clone(),
                roomLeft.clone(),
                coldGrams.clone(),
                ordinaryGrams.clone(),
                truckFen.clone(),
                items.clone(),
                valueMicrofen,
                mustMissing);
    }

    void restore(Snapshot from) {
        System.arraycopy(from.sold, 0, sold, 0, sold.length);
        System.arraycopy(from.served, 0, served, 0, served.length);
        System.arraycopy(from.room, 0, roomLeft, 0, roomLeft.length);
        System.arraycopy(from.cold, 0, coldGrams, 0, coldGrams.length);
        System.arraycopy(from.ordinary, 0, ordinaryGrams, 0, ordinaryGrams.length);
        System.arraycopy(from.truckFen, 0, truckFen, 0, truckFen.length);
        System.arraycopy(from.items, 0, items, 0, items.length);
        valueMicrofen = from.valueMicrofen;
        mustMissing = from.mustMissing;
        commit();
    }
}
