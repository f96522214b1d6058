package org.farmgate.trade.docking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Small seasons for tests: one laid out by hand, and random ones from a seed.
final class SmallSeasons {
    static final long TONNE = 1_000_000;

    private SmallSeasons() {}

    static Supply supply(String key, int origin, String product, double tonnes, int first, int last, long yuan) {
        return new Supply(
                key,
                "grower of " + key,
                origin,
                product,
                1,
                (long) (tonnes * TONNE),
                first,
                last,
                30,
                false,
                yuan * 100);
    }

    static Demand demand(String key, int city, String product, double tonnes, int first, int last, long yuan) {
        return new Demand(
                key, "buyer of " + key, product, 2, (long) (tonnes * TONNE), first, last, city, 5_000, yuan * 100);
    }

    /// Hami and Aksu to Zhengzhou, Jinan and Hangzhou; a warehouse near Jinan that also serves Zhengzhou;
    /// three weeks.
    static Season of(List<Supply> supplies, List<Demand> demands) {
        return of(supplies, demands, 40 * TONNE);
    }

    static Season of(List<Supply> supplies, List<Demand> demands, long warehouseGrams) {
        List<Lane> lanes = List.of(
                new Lane(0, Destination.city(0), 2600, 4),
                new Lane(0, Destination.city(1), 2900, 4),
                new Lane(0, Destination.city(2), 3600, 5),
                new Lane(0, Destination.warehouse(0), 2900, 4),
                new Lane(1, Destination.city(0), 3700, 5),
                new Lane(1, Destination.city(1), 4000, 5),
                new Lane(1, Destination.city(2), 4600, 7),
                new Lane(1, Destination.warehouse(0), 4000, 5));
        List<TruckKind> trucks = List.of(
                new TruckKind("10t", 10 * TONNE, 80_000, 390, false),
                new TruckKind("33t", 33 * TONNE, 150_000, 720, false),
                new TruckKind("12t-cold", 12 * TONNE, 120_000, 560, true));
        Warehouse jinan = new Warehouse(
                "Jinan",
                warehouseGrams,
                3_000,
                true,
                List.of(new Warehouse.Onward(1, 3_000, 0), new Warehouse.Onward(0, 25_000, 1)));
        return new Season(
                3,
                List.of("Hami", "Aksu"),
                List.of("Zhengzhou", "Jinan", "Hangzhou"),
                supplies,
                demands,
                trucks,
                lanes,
                List.of(jinan));
    }

    /// A season in which some of everything happens.
    static Season mixed() {
        return of(
                List.of(
                        supply("melon-1", 0, "melon", 20, 0, 1, 2000),
                        supply("melon-2", 0, "melon", 15, 0, 1, 2100),
                        supply("melon-3", 1, "melon", 30, 1, 2, 1900),
                        new Supply("grape-1", "g", 1, "grape", 2, 9 * TONNE, 0, 1, 12, true, 400_000),
                        supply("walnut-1", 1, "walnut", 12, 0, 2, 11_000)),
                List.of(
                        demand("zz-melon", 0, "melon", 25, 0, 1, 4500),
                        demand("jn-melon", 1, "melon", 20, 1, 2, 4600),
                        demand("jn-grape", 1, "grape", 8, 0, 2, 9000),
                        demand("hz-walnut", 2, "walnut", 10, 1, 2, 15_500),
                        demand("zz-walnut", 0, "walnut", 3, 2, 2, 15_800)));
    }

    static Season random(long seed) {
        Random r = new Random(seed);
        String[] products = {"melon", "grape", "walnut"};
        int[] floors = {2000, 4000, 11_000};
        int[] prices = {4300, 8200, 14_500};
        List<Supply> supplies = new ArrayList<>();
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < 4 + r.nextInt(6); i++) {
            int p = r.nextInt(3);
            int first = r.nextInt(3);
            supplies.add(new Supply(
                    "s" + i,
                    "g" + r.nextInt(3),
                    r.nextInt(2),
                    products[p],
                    1 + r.nextInt(2),
                    (1 + r.nextInt(30)) * TONNE / (1 + r.nextInt(2)),
                    first,
                    Math.min(2, first + r.nextInt(2)),
                    p == 0 ? 4 + r.nextInt(14) : p == 1 ? 8 : 300,
                    p == 1,
                    Math.round(floors[p] * (0.8 + 0.4 * r.nextDouble())) * 100));
        }
        for (int j = 0; j < 3 + r.nextInt(6); j++) {
            int p = r.nextInt(3);
            int first = r.nextInt(3);
            demands.add(new Demand(
                    "d" + j,
                    "b" + r.nextInt(3),
                    products[p],
                    1 + r.nextInt(2),
                    (1 + r.nextInt(25)) * TONNE / (1 + r.nextInt(3)),
                    first,
                    Math.min(2, first + r.nextInt(3)),
                    r.nextInt(3),
                    r.nextInt(20_000),
                    Math.round(prices[p] * (0.85 + 0.4 * r.nextDouble())) * 100));
        }
        return of(supplies, demands, (5 + r.nextInt(20)) * TONNE);
    }

    static Plan solve(Season season, Locks locks) {
        return new DockingSolver().solve(season, locks, new Limits(20, 1), Progress.SILENT);
    }
}
