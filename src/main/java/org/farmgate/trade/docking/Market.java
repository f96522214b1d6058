package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.trade.docking.Groups.Part;
import org.jspecify.annotations.Nullable;

/// The season as the solver sees it: groups on both sides, allowed lanes, and for each arrival the demands it can
/// reach. Indexes everywhere; a *lane-week* is lane × weeks + loading week.
final class Market {

    /// A demand group that goods arriving at some place in some week can reach.
    ///
    /// @param fenPerTonne storage and onward cost from there
    /// @param days shelf life needed beyond the lane
    /// @param arrivalWeek week of arriving there
    /// @param leavingWeek week of leaving the warehouse; the week of arrival when direct
    record Way(int demand, long fenPerTonne, int days, int arrivalWeek, int leavingWeek) {}

    private static final Way[] NO_WAYS = {};

    final Season season;
    final LockBook book;
    final int weeks;
    final Groups supplies = new Groups();
    final Groups demands = new Groups();
    final TruckMenu[] menus;
    final int[] supplyProduct;
    final int[] supplyGrade;
    final int[] shelfDays;
    final boolean[] cold;

    /// Groups of one kind may take the same ways on every lane.
    final int[] fitKind;

    final int[] worstGrade;
    final int[] demandProduct;
    final int products;

    /// Supply groups by origin, week and product.
    final int[][][][] offers;

    /// Ways by place (city, or cities + warehouse), week of arrival and product.
    private final Way[][][][] ways;

    private final Map<String, Integer> productIndex = new HashMap<>();

    Market(Season season, Locks locks) {
        this(season, locks, menus(season));
    }

    /// As above, with the truck menus of another season that has the same lanes and trucks.
    Market(Season season, Locks locks, TruckMenu[] menus) {
        this.menus = menus;
        this.season = season;
        this.weeks = season.weeks();
        this.book = new LockBook(season, locks);
        gatherSupplies();
        gatherDemands();
        int groups = supplies.count();
        supplyProduct = new int[groups];
        supplyGrade = new int[groups];
        shelfDays = new int[groups];
        cold = new boolean[groups];
        for (int g = 0; g < groups; g++) {
            Supply s = supply(g);
            supplyProduct[g] = productOf(supplies, g, s.product());
            supplyGrade[g] = s.grade();
            shelfDays[g] = s.shelfLifeDays();
            cold[g] = s.cold();
        }
        worstGrade = new int[demands.count()];
        demandProduct = new int[demands.count()];
        for (int d = 0; d < demands.count(); d++) {
            demandProduct[d] = productOf(demands, d, demand(d).product());
            worstGrade[d] = demand(d).worstGrade();
        }
        products = productIndex.size();
        fitKind = makeFitKinds();
        offers = makeOffers();
        ways = makeWays();
    }

    static TruckMenu[] menus(Season season) {
        return season.lanes().stream()
                .map(l -> new TruckMenu(season.truckKinds(), l.kilometres()))
                .toArray(TruckMenu[]::new);
    }

    Supply supply(int group) {
        return season.supplies().get(supplies.row[group]);
    }

    Demand demand(int group) {
        return season.demands().get(demands.row[group]);
    }

    /// A pair-locked part is a product of its own, so that its two ends find only each other.
    private int productOf(Groups side, int group, String product) {
        int lock = side.part(side.members[group][0]).lock();
        boolean paired = lock >= 0 && book.rule(lock) instanceof LockRule.ShipPair;
        return productIndex.computeIfAbsent(paired ? "pair\0" + lock : "\0" + product, k -> productIndex.size());
    }

    private void gatherSupplies() {
        for (int i = 0; i < season.supplies().size(); i++) {
            if (book.forbidsSupply(i)) {
                continue;
            }
            Supply s = season.supplies().get(i);
            long rest = s.grams();
            for (LockBook.Must m : book.musts()) {
                if (m.supply() == i) {
                    supplies.add(new Part(i, m.grams(), s.floorFenPerTonne(), m.rule()), List.of("lock", m.rule()));
                    rest -= m.grams();
                }
            }
            Object key = book.pairForbiddenForSupply(i)
                    ? (Object) i
                    : List.of(
                            s.origin(),
                            s.product(),
                            s.grade(),
                            s.firstWeek(),
                            s.lastWeek(),
                            s.shelfLifeDays(),
                            s.cold());
            supplies.add(new Part(i, rest, s.floorFenPerTonne(), -1), key);
        }
        supplies.close(true);
    }

    private void gatherDemands() {
        for (int j = 0; j < season.demands().size(); j++) {
            if (book.forbidsDemand(j)) {
                continue;
            }
            Demand d = season.demands().get(j);
            long price = d.highestFenPerTonne() - d.lastLegFenPerTonne();
            long rest = d.grams();
            for (LockBook.Must m : book.musts()) {
                if (m.demand() == j) {
                    demands.add(new Part(j, m.grams(), price, m.rule()), List.of("lock", m.rule()));
                    rest -= m.grams();
                }
            }
            Object key = book.pairForbiddenForDemand(j)
                    ? (Object) j
                    : List.of(d.product(), d.worstGrade(), d.city(), d.firstWeek(), d.lastWeek());
            demands.add(new Part(j, rest, price, -1), key);
        }
        demands.close(false);
    }

    private int[] makeFitKinds() {
        Map<List<Object>, Integer> kinds = new HashMap<>();
        int[] kind = new int[supplies.count()];
        for (int g = 0; g < kind.length; g++) {
            int alone = book.pairForbiddenForSupply(supplies.row[g]) ? supplies.row[g] : -1;
            kind[g] = kinds.computeIfAbsent(List.of(supplyGrade[g], shelfDays[g], cold[g], alone), k -> kinds.size());
        }
        return kind;
    }

    private int[][][][] makeOffers() {
        List<List<List<List<Integer>>>> lists = new ArrayList<>();
        for (int o = 0; o < season.origins().size(); o++) {
            lists.add(nested(weeks, products));
        }
        for (int g = 0; g < supplies.count(); g++) {
            Supply s = supply(g);
            for (int t = s.firstWeek(); t <= s.lastWeek(); t++) {
                lists.get(s.origin()).get(t).get(supplyProduct[g]).add(g);
            }
        }
        return lists.stream()
                .map(byWeek -> byWeek.stream()
                        .map(byProduct -> byProduct.stream()
                                .map(l -> l.stream().mapToInt(x -> x).toArray())
                                .toArray(int[][]::new))
                        .toArray(int[][][]::new))
                .toArray(int[][][][]::new);
    }

    private Way[][][][] makeWays() {
        int cities = season.cities().size();
        Way[][][][] made = new Way[cities + season.warehouses().size()][weeks][][];
        for (int place = 0; place < made.length; place++) {
            List<List<List<Way>>> lists = nested(weeks, products);
            for (int d = 0; d < demands.count(); d++) {
                Demand wanted = demand(d);
                for (int a = 0; a < weeks; a++) {
                    Way way = place < cities ? direct(place, wanted, d, a) : stored(place - cities, wanted, d, a);
                    if (way != null) {
                        lists.get(a).get(demandProduct[d]).add(way);
                    }
                }
            }
            for (int a = 0; a < weeks; a++) {
                made[place][a] = lists.get(a).stream()
                        .map(l -> l.isEmpty() ? NO_WAYS : l.toArray(Way[]::new))
                        .toArray(Way[][]::new);
            }
        }
        return made;
    }

    private @Nullable Way direct(int city, Demand wanted, int group, int arrival) {
        boolean reaches = wanted.city() == city && arrival >= wanted.firstWeek() && arrival <= wanted.lastWeek();
        return reaches ? new Way(group, 0, 0, arrival, arrival) : null;
    }

    private @Nullable Way stored(int index, Demand wanted, int group, int arrival) {
        Warehouse warehouse = season.warehouses().get(index);
        for (Warehouse.Onward on : warehouse.onward()) {
            if (on.city() == wanted.city()) {
                int leaving = Route.leavingWeek(arrival, on.days(), wanted.firstWeek(), wanted.lastWeek());
                return leaving < 0
                        ? null
                        : new Way(
                                group,
                                on.fenPerTonne() + Route.storageFenPerTonne(warehouse, arrival, leaving),
                                Route.daysAfterLane(arrival, leaving, on.days()),
                                arrival,
                                leaving);
            }
        }
        return null;
    }

    private static <T> List<List<List<T>>> nested(int outer, int inner) {
        List<List<List<T>>> lists = new ArrayList<>();
        for (int a = 0; a < outer; a++) {
            lists.add(new ArrayList<>());
            for (int b = 0; b < inner; b++) {
                lists.get(a).add(new ArrayList<>());
            }
        }
        return lists;
    }

    /// The ways from a lane's end for goods of a product that arrive in a week; none beyond the season.
    Way[] ways(Lane lane, int loadingWeek, int product) {
        int arrival = Route.arrivalWeek(lane, loadingWeek);
        if (arrival >= weeks) {
            return NO_WAYS;
        }
        return ways[place(lane.destination())][arrival][product];
    }

    /// The ways from a place for goods of a product that arrive there in a week.
    Way[] ways(int place, int arrival, int product) {
        return ways[place][arrival][product];
    }

    /// A destination's number: a city, or cities + warehouse.
    int place(Destination to) {
        return to.isWarehouse() ? season.cities().size() + to.index() : to.index();
    }

    /// Whether a group's goods, on a lane, may take a way: grade, shelf life, cold storage and forbidden pairs.
    boolean fits(int supply, Lane lane, Way way) {
        return supplyGrade[supply] <= worstGrade[way.demand]
                && lane.days() + way.days <= shelfDays[supply]
                && (!cold[supply] || keepsCold(lane))
                && !(book.anyForbiddenPair() && book.forbidsPair(supplies.row[supply], demands.row[way.demand]));
    }

    private boolean keepsCold(Lane lane) {
        Destination to = lane.destination();
        return !to.isWarehouse() || season.warehouses().get(to.index()).cold();
    }
}
