package org.farmgate.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.farmgate.trade.docking.Demand;
import org.farmgate.trade.docking.Destination;
import org.farmgate.trade.docking.Lane;
import org.farmgate.trade.docking.Season;
import org.farmgate.trade.docking.Supply;
import org.farmgate.trade.docking.TruckKind;
import org.farmgate.trade.docking.Warehouse;

/// Makes hard seasons from a seed. What makes them hard, and how it is held:
/// - 20 origins or more, 16 cities or more, 100 ship-to places or more: fixed numbers, every place
///   used.
/// - Half the demands lie under a quarter of the *smallest* truck: every second row is drawn from
///   0.3–2.5 t.
/// - Supply is 0.8–1.5 × demand in every week: each week draws its factor, and the week's supply rows
///   (by the first week of their window) are scaled to that factor × the week's demand rows (by the
///   first week of theirs).
/// - A tenth of the pairs is at a loss: prices and floors spread by a quarter around means that leave
///   many far pairs below the rate of a full truck. `DockingInstancesTests` counts them.
/// - Trucks matter: a week's supply of one origin fills some trucks only, for 16 cities or more to
///   choose from.
public final class DockingInstances {
    private static final long TONNE = 1_000_000;

    /// Floor and delivered price in yuan per tonne; shelf life; cold; the week in which the harvest peaks
    /// (share of the season) and its width; how many origins grow it.
    private record Crop(
            String name,
            int floor,
            int delivered,
            int shelf,
            boolean cold,
            double peak,
            double width,
            double originShare) {}

    private static final Crop[] CROPS = {
        new Crop("hami-melon", 2100, 4300, 16, false, 0.35, 0.25, 0.35),
        new Crop("grape", 4200, 8000, 13, true, 0.45, 0.25, 0.35),
        new Crop("apricot", 3600, 7600, 8, true, 0.10, 0.15, 0.30),
        new Crop("apple", 3900, 6200, 60, false, 0.75, 0.30, 0.35),
        new Crop("fragrant-pear", 4400, 6900, 45, false, 0.70, 0.25, 0.25),
        new Crop("jujube", 8200, 11000, 300, false, 0.85, 0.40, 0.55),
        new Crop("walnut", 11500, 14600, 300, false, 0.65, 0.50, 0.45),
        new Crop("raisin", 13800, 17200, 300, false, 0.55, 0.50, 0.30),
    };

    private final Random random;
    private final int weeks;
    private final int origins;
    private final int cities;
    private double[][] weight; // crop, week

    private DockingInstances(int weeks, int origins, int cities, long seed) {
        this.random = new Random(seed);
        this.weeks = weeks;
        this.origins = origins;
        this.cities = cities;
        this.weight = new double[CROPS.length][weeks];
        for (int c = 0; c < CROPS.length; c++) {
            for (int w = 0; w < weeks; w++) {
                double off = ((w + 0.5) / weeks - CROPS[c].peak) / CROPS[c].width;
                weight[c][w] = Math.exp(-off * off / 2) * (1 + CROPS[c].originShare);
            }
        }
    }

    /// A season with so many rows. Weeks: 4 up to 500 supplies, 8 up to 2,000, else 12.
    public static Season season(int supplies, int demands, long seed) {
        int weeks = supplies <= 500 ? 4 : supplies <= 2000 ? 8 : 12;
        int origins = supplies <= 2000 ? 20 : Atlas.COUNTIES.length;
        int cities = supplies <= 2000 ? 16 : Atlas.CITIES.length;
        return new DockingInstances(weeks, origins, cities, seed).make(supplies, demands);
    }

    private Season make(int supplyRows, int demandRows) {
        List<Demand> demands = demands(demandRows);
        List<Supply> supplies = supplies(supplyRows, demands);
        return new Season(
                weeks,
                Arrays.stream(Atlas.COUNTIES)
                        .limit(origins)
                        .map(Atlas.Place::name)
                        .toList(),
                Arrays.stream(Atlas.CITIES).limit(cities).map(Atlas.Place::name).toList(),
                supplies,
                demands,
                truckKinds(),
                lanes(),
                warehouses(demands));
    }

    static List<TruckKind> truckKinds() {
        return List.of(
                new TruckKind("10t", 10 * TONNE, 80_000, 390, false),
                new TruckKind("20t", 20 * TONNE, 110_000, 560, false),
                new TruckKind("33t", 33 * TONNE, 150_000, 720, false),
                new TruckKind("12t-cold", 12 * TONNE, 120_000, 560, true),
                new TruckKind("30t-cold", 30 * TONNE, 220_000, 930, true));
    }

    private List<Demand> demands(int rows) {
        int places = Math.max(100, rows / 6);
        int[] cityOf = new int[places];
        long[] lastLeg = new long[places];
        for (int p = 0; p < places; p++) {
            cityOf[p] = p < cities ? p : (int) (cities * Math.pow(random.nextDouble(), 1.3));
            lastLeg[p] = 4000 + random.nextInt(16_000);
        }
        List<Demand> list = new ArrayList<>(rows);
        for (int r = 0; r < rows; r++) {
            int place = r < places ? r : random.nextInt(places);
            int first = random.nextInt(weeks);
            int last = Math.min(weeks - 1, first + random.nextInt(4));
            int crop = pick(first);
            boolean store = r % 2 == 0;
            double tonnes = store ? spread(0.3, 2.49) : spread(2.5, 250);
            int worst = 1 + random.nextInt(3);
            double price = CROPS[crop].delivered
                    * (1.1 - 0.08 * (worst - 1))
                    * (store ? 1.06 : 1)
                    * (0.81 + 0.33 * random.nextDouble());
            list.add(new Demand(
                    "D" + r,
                    store
                            ? "chain-" + random.nextInt(Math.max(3, rows / 200))
                            : "wholesaler-" + random.nextInt(Math.max(5, rows / 20)),
                    CROPS[crop].name,
                    worst,
                    Math.round(tonnes * 1000) * 1000,
                    first,
                    last,
                    cityOf[place],
                    lastLeg[place],
                    Math.round(price) * 100));
        }
        return list;
    }

    private List<Supply> supplies(int rows, List<Demand> demands) {
        double[] wanted = new double[weeks];
        demands.forEach(d -> wanted[d.firstWeek()] += d.grams());
        List<List<Integer>> growers = growers();
        int[] first = new int[rows];
        double[] size = new double[rows];
        double[] offered = new double[weeks];
        for (int r = 0; r < rows; r++) {
            first[r] = r % weeks;
            size[r] = spread(0.5, 12);
            offered[first[r]] += size[r];
        }
        double[] scale = new double[weeks];
        for (int w = 0; w < weeks; w++) {
            scale[w] = wanted[w] * (0.82 + 0.66 * random.nextDouble()) / offered[w];
        }
        List<Supply> list = new ArrayList<>(rows);
        for (int r = 0; r < rows; r++) {
            int crop = pick(first[r]);
            List<Integer> where = growers.get(crop);
            int grade = 1 + (int) (3 * Math.pow(random.nextDouble(), 1.4));
            // Floors come in steps of 100 yuan, as growers name them; equal rows therefore occur.
            long steps = Math.round(
                    CROPS[crop].floor * (1.06 - 0.07 * (grade - 1)) * (0.8 + 0.4 * random.nextDouble()) / 100);
            list.add(new Supply(
                    "S" + r,
                    "grower-" + r,
                    where.get(random.nextInt(where.size())),
                    CROPS[crop].name,
                    grade,
                    Math.max(1000, Math.round(size[r] * scale[first[r]] / 1000) * 1000),
                    first[r],
                    Math.min(weeks - 1, first[r] + random.nextInt(3)),
                    CROPS[crop].shelf,
                    CROPS[crop].cold,
                    steps * 10_000));
        }
        return list;
    }

    /// Which origins grow which crop; every crop has some, every origin has some.
    private List<List<Integer>> growers() {
        List<List<Integer>> list = new ArrayList<>();
        for (int c = 0; c < CROPS.length; c++) {
            list.add(new ArrayList<>());
            for (int o = 0; o < origins; o++) {
                if (o % CROPS.length == c || random.nextDouble() < CROPS[c].originShare) {
                    list.get(c).add(o);
                }
            }
        }
        return list;
    }

    private int pick(int week) {
        double total = 0;
        for (double[] w : weight) {
            total += w[week];
        }
        double at = random.nextDouble() * total;
        int crop = 0;
        while (crop < CROPS.length - 1 && at >= weight[crop][week]) {
            at -= weight[crop++][week];
        }
        return crop;
    }

    private double spread(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    private List<Lane> lanes() {
        List<Lane> list = new ArrayList<>();
        for (int o = 0; o < origins; o++) {
            for (int c = 0; c < cities; c++) {
                int km = Atlas.roadKilometres(Atlas.COUNTIES[o], Atlas.CITIES[c]);
                list.add(new Lane(o, Destination.city(c), km, (km + 849) / 850));
            }
            for (int w = 0; w < Atlas.WAREHOUSE_CITIES.length; w++) {
                int km = Atlas.roadKilometres(Atlas.COUNTIES[o], Atlas.CITIES[Atlas.WAREHOUSE_CITIES[w]]) + 15;
                list.add(new Lane(o, Destination.warehouse(w), km, (km + 849) / 850));
            }
        }
        return list;
    }

    /// Each holds about a fiftieth of the season's demand at once, and serves the cities within 700 km
    /// at 0.55 yuan per tonne-kilometre and a handling charge.
    private List<Warehouse> warehouses(List<Demand> demands) {
        long mass = demands.stream().mapToLong(Demand::grams).sum();
        List<Warehouse> list = new ArrayList<>();
        for (int w = 0; w < Atlas.WAREHOUSE_CITIES.length; w++) {
            Atlas.Place here = Atlas.CITIES[Atlas.WAREHOUSE_CITIES[w]];
            List<Warehouse.Onward> onward = new ArrayList<>();
            for (int c = 0; c < cities; c++) {
                int km = Atlas.roadKilometres(here, Atlas.CITIES[c]);
                if (km <= 700) {
                    onward.add(new Warehouse.Onward(c, 3000 + km * 55L, km <= 40 ? 0 : 1));
                }
            }
            list.add(new Warehouse("warehouse-" + here.name(), mass / 50, 2500 + 500L * w, w % 2 == 0, onward));
        }
        return list;
    }
}
