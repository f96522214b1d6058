package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Improves loads by unloading a few related lane-weeks and loading the freed goods anew, keeping what is better or,
/// while
/// young, a little worse.
final class LocalSearch {
    private static final int MOST_UNLOADED = 8;

    private final Loads loads;
    private final Market market;
    private final Loader loader;
    private final SplittableRandom random;
    private Prices prices;
    private final int[][] lanesOfOrigin;
    private final int[][] lanesOfDestination;
    private final int[] laneOfDestinationKey;
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
        laneOfDestinationKey = new int[lanes];
        for (int l = 0; l < lanes; l++) {
            Lane lane = market.season.lanes().get(l);
            Destination to = lane.destination();
            laneOfDestinationKey[l] = to.isWarehouse() ? market.season.cities().size() + to.index() : to.index();
            if (!market.book.forbidsLane(l)) {
                byOrigin.get(lane.origin()).add(l);
                byDestination.get(laneOfDestinationKey[l]).add(l);
            }
        }
        lanesOfOrigin = byOrigin.stream()
                .map(x -> x.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        lanesOfDestination = byDestination.stream()
                .map(x -> x.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    /// Loads everything from what is there, best first.
    void construct(double guide) {
        int[] all = laneWeeks(lanesOfOrigin, 0, market.weeks - 1);
        loader.guideBy(prices, guide, 0);
        loader.loadBest(all);
        loader.guideBy(prices, 0, 0);
        loader.loadBest(all);
        loads.commit();
    }

    private int[] laneWeeks(int[][] lanes, int from, int to) {
        return Arrays.stream(lanes)
                .flatMapToInt(Arrays::stream)
                .flatMap(l -> java.util.stream.IntStream.rangeClosed(Math.max(0, from), Math.min(market.weeks - 1, to))
                        .map(t -> l * market.weeks + t))
                .toArray();
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
        boolean[] touchedOrigins = new boolean[lanesOfOrigin.length];
        int[] span = {market.weeks, -1};
        unload(seed, touchedOrigins, span);
        int lane = seed / market.weeks;
        int week = seed % market.weeks;
        int more = random.nextInt(MOST_UNLOADED);
        boolean byOrigin = random.nextInt(3) > 0;
        int[] related = byOrigin
                ? lanesOfOrigin[market.season.lanes().get(lane).origin()]
                : lanesOfDestination[laneOfDestinationKey[lane]];
        for (int i = 0; i < more * 4 && more > 0; i++) {
            int l = related[random.nextInt(related.length)];
            int t = week + random.nextInt(5) - 2;
            if (t >= 0 && t < market.weeks && !loads.isEmpty(l * market.weeks + t)) {
                unload(l * market.weeks + t, touchedOrigins, span);
                more--;
            }
        }
        int[][] lanes = new int[lanesOfOrigin.length][];
        for (int o = 0; o < lanes.length; o++) {
            lanes[o] = touchedOrigins[o] ? lanesOfOrigin[o] : new int[0];
        }
        int[] candidates = laneWeeks(lanes, span[0] - 2, span[1] + 2);
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

    private void unload(int laneWeek, boolean[] origins, int[] span) {
        origins[loads.lane(laneWeek).origin()] = true;
        span[0] = Math.min(span[0], laneWeek % market.weeks);
        span[1] = Math.max(span[1], laneWeek % market.weeks);
        loads.clear(laneWeek);
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
