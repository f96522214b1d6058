package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Improves loads by unloading a few related lane-weeks and loading the freed goods anew, keeping what is better
/// or, while young, a little worse.
final class LocalSearch {
    private static final int MOST_UNLOADED = 8;

    private final Loads loads;
    private final Market market;
    private final Loader loader;
    private final SplittableRandom random;
    private Prices prices;
    private final int[][] lanesOfOrigin;
    private final int[][] lanesOfPlace;
    private final int[] placeOfLane;
    private final int[] allLanes;
    private final BitSet touchedOrigins = new BitSet();
    private final BitSet touchedPlaces = new BitSet();
    private int[] used = new int[0];
    private int usedCount;

    LocalSearch(Loads loads, Prices prices, long seed) {
        this.loads = loads;
        this.market = loads.market;
        this.prices = prices;
        this.random = new SplittableRandom(seed);
        this.loader = new Loader(loads, prices, random);
        int lanes = market.menus.length;
        List<List<Integer>> byOrigin = new ArrayList<>();
        List<List<Integer>> byDestination = new ArrayList<>();
        for (int o = 0; o < market.season.origins().size(); o++) {
            byOrigin.add(new ArrayList<>());
        }
        int places = market.season.cities().size() + market.season.warehouses().size();
        for (int d = 0; d < places; d++) {
            byDestination.add(new ArrayList<>());
        }
        placeOfLane = new int[lanes];
        for (int l = 0; l < lanes; l++) {
            Lane lane = market.season.lanes().get(l);
            Destination to = lane.destination();
            placeOfLane[l] = to.isWarehouse() ? market.season.cities().size() + to.index() : to.index();
            if (!market.book.forbidsLane(l)) {
                byOrigin.get(lane.origin()).add(l);
                byDestination.get(placeOfLane[l]).add(l);
            }
        }
        allLanes = IntStream.range(0, lanes)
                .filter(l -> !market.book.forbidsLane(l))
                .toArray();
        lanesOfOrigin = byOrigin.stream()
                .map(x -> x.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        lanesOfPlace = byDestination.stream()
                .map(x -> x.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    /// Loads everything from what is there, best first.
    void construct(double guide) {
        int[] all = Arrays.stream(allLanes)
                .flatMap(l -> IntStream.range(l * market.weeks, (l + 1) * market.weeks))
                .toArray();
        loader.guideBy(prices, guide, 0);
        loader.loadBest(all);
        loader.guideBy(prices, 0, 0);
        loader.loadBest(all);
        loads.commit();
    }

    void stopWhen(BooleanSupplier asked) {
        loader.stopWhen(asked);
    }

    void guideBy(Prices better) {
        prices = better;
    }

    private long iterations;

    /// One try; the temperature is in microfen.
    void step(double temperature) {
        iterations++;
        if (usedCount == 0 || iterations % 64 == 0) {
            listUsed();
        }
        if (usedCount == 0) {
            return;
        }
        long before = loads.valueMicrofen();
        long missing = loads.mustMissingGrams();
        int seed = pickUsed();
        touchedOrigins.clear();
        touchedPlaces.clear();
        int[] span = {market.weeks, -1};
        unload(seed, span);
        unloadRelated(seed, span);
        int[] candidates = candidates(Math.max(0, span[0] - 2), Math.min(market.weeks - 1, span[1] + 2));
        double guide = random.nextInt(5) == 0 ? 0.3 + 0.5 * random.nextDouble() : 0.8 + 0.19 * random.nextDouble();
        loader.guideBy(prices, guide, 0.6 * random.nextDouble());
        loader.loadBest(candidates);
        loader.guideBy(prices, 0, 0);
        loader.loadBest(candidates);
        double worse = before - loads.valueMicrofen();
        boolean keepsLocks = loads.mustMissingGrams() <= missing;
        if (keepsLocks && (worse <= 0 || -temperature * Math.log(random.nextDouble()) > worse)) {
            loads.commit();
        } else {
            loads.rollback();
        }
    }

    /// Unloads some more of the same origin or the same destination, or (seldom) any, within two weeks of the
    /// first.
    private void unloadRelated(int seed, int[] span) {
        int lane = seed / market.weeks;
        int week = seed % market.weeks;
        int more = random.nextInt(MOST_UNLOADED);
        int kind = random.nextInt(10);
        int[] related = kind < 6
                ? lanesOfOrigin[market.season.lanes().get(lane).origin()]
                : kind < 9 ? lanesOfPlace[placeOfLane[lane]] : allLanes;
        for (int i = 0; i < more * 4 && more > 0; i++) {
            int t = week + random.nextInt(5) - 2;
            int lw = related[random.nextInt(related.length)] * market.weeks + t;
            if (t >= 0 && t < market.weeks && !loads.isEmpty(lw)) {
                unload(lw, span);
                more--;
            }
        }
    }

    private void unload(int laneWeek, int[] span) {
        touchedOrigins.set(loads.lane(laneWeek).origin());
        touchedPlaces.set(placeOfLane[laneWeek / market.weeks]);
        span[0] = Math.min(span[0], laneWeek % market.weeks);
        span[1] = Math.max(span[1], laneWeek % market.weeks);
        loads.clear(laneWeek);
    }

    /// All that might carry what was unloaded, or fill its place: lanes from the same origins or to the same
    /// places.
    private int[] candidates(int from, int to) {
        int[] list = new int[allLanes.length * (to - from + 1)];
        int count = 0;
        for (int l : allLanes) {
            if (touchedOrigins.get(market.season.lanes().get(l).origin()) || touchedPlaces.get(placeOfLane[l])) {
                for (int t = from; t <= to; t++) {
                    list[count++] = l * market.weeks + t;
                }
            }
        }
        return Arrays.copyOf(list, count);
    }

    private void listUsed() {
        int laneWeeks = market.menus.length * market.weeks;
        used = new int[laneWeeks];
        usedCount = 0;
        for (int lw = 0; lw < laneWeeks; lw++) {
            if (!loads.isEmpty(lw)) {
                used[usedCount++] = lw;
            }
        }
    }

    private int pickUsed() {
        int at = used[random.nextInt(usedCount)];
        for (int tries = 0; loads.isEmpty(at) && tries < 10; tries++) {
            at = used[random.nextInt(usedCount)];
        }
        return at;
    }
}
