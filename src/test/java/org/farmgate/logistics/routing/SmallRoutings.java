package org.farmgate.logistics.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.farmgate.logistics.routing.Stop.Direction;

/// Small problems that use everything the model has: depots, mixed vehicles, two capacities, cold, windows, driver
/// hours, deliveries, collections and transfers.
final class SmallRoutings {
    private SmallRoutings() {}

    /// Places on a grid of a hundred metres; ten metres a second.
    static Matrix grid(int[][] points) {
        int[][] metres = new int[points.length][points.length];
        int[][] seconds = new int[points.length][points.length];
        for (int a = 0; a < points.length; a++) {
            for (int b = 0; b < points.length; b++) {
                double apart = Math.hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]);
                metres[a][b] = (int) Math.round(100 * apart);
                seconds[a][b] = (int) Math.round(10 * apart);
            }
        }
        return Matrix.of(metres, seconds);
    }

    static RoutingProblem random(long seed, int stops) {
        Random random = new Random(seed);
        int depots = 1 + random.nextInt(2);
        int[][] points = new int[depots + stops][];
        for (int p = 0; p < points.length; p++) {
            points[p] = new int[] {random.nextInt(60), random.nextInt(60)};
        }
        List<Depot> depotList = new ArrayList<>();
        for (int d = 0; d < depots; d++) {
            depotList.add(new Depot("depot" + d, d, random.nextInt(4) == 0 ? new Window(200, 3500) : Window.ALWAYS));
        }
        List<Stop> stopList = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        while (stopList.size() < stops) {
            int i = stopList.size();
            if (i + 1 < stops && random.nextInt(4) == 0) {
                Stop from = stop(random, i, depots + i, Direction.COLLECTION);
                Stop to = stop(random, i + 1, depots + i + 1, Direction.DELIVERY);
                stopList.add(from);
                stopList.add(new Stop(
                        to.key(),
                        to.place(),
                        to.direction(),
                        from.grams(),
                        from.litres(),
                        to.window(),
                        to.serviceSeconds(),
                        to.cold()));
                transfers.add(new Transfer(from.key(), to.key()));
            } else {
                Direction direction = random.nextInt(3) == 0 ? Direction.COLLECTION : Direction.DELIVERY;
                stopList.add(stop(random, i, depots + i, direction));
            }
        }
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 0; v < 1 + random.nextInt(3); v++) {
            vehicles.add(vehicle(random, v, depots));
        }
        Objective objective = random.nextInt(3) == 0 ? Objective.DISTANCE : Objective.COST;
        return new RoutingProblem(depotList, vehicles, stopList, transfers, grid(points), objective);
    }

    private static Stop stop(Random random, int key, int place, Direction direction) {
        int from = random.nextInt(2) == 0 ? 0 : random.nextInt(2000);
        Window window = new Window(from, from + 500 + random.nextInt(2000));
        return new Stop(
                "stop" + key,
                place,
                direction,
                1000L * random.nextInt(6),
                random.nextInt(30),
                random.nextInt(3) == 0 ? Window.ALWAYS : window,
                random.nextInt(120),
                random.nextInt(4) == 0);
    }

    private static Vehicle vehicle(Random random, int key, int depots) {
        return new Vehicle(
                "vehicle" + key,
                1 + random.nextInt(2),
                "depot" + random.nextInt(depots),
                "depot" + random.nextInt(depots),
                5000 + 1000L * random.nextInt(15),
                30 + random.nextInt(60),
                random.nextInt(2) == 0,
                random.nextInt(2) == 0 ? Window.ALWAYS : new Window(100, 2000 + random.nextInt(2000)),
                random.nextInt(3) == 0 ? 800 + random.nextInt(1500) : Window.END,
                random.nextInt(3) * 20_000L,
                100L + random.nextInt(300));
    }

    /// Two vans from one depot to six stops in two directions, with a transfer and a cold stop; all can be served.
    static RoutingProblem village() {
        int[][] points = {{30, 30}, {10, 30}, {5, 32}, {55, 30}, {58, 33}, {30, 50}, {12, 28}};
        Window morning = new Window(0, 3000);
        List<Stop> stops = List.of(
                new Stop("shop", 1, Direction.DELIVERY, 4000, 10, morning, 60, false),
                new Stop("school", 2, Direction.DELIVERY, 3000, 10, new Window(600, 900), 60, false),
                new Stop("dairy", 3, Direction.COLLECTION, 5000, 20, morning, 120, true),
                new Stop("clinic", 4, Direction.DELIVERY, 1000, 5, morning, 60, true),
                new Stop("farm", 5, Direction.COLLECTION, 2000, 8, morning, 60, false),
                new Stop("mill", 6, Direction.DELIVERY, 2000, 8, morning, 60, false));
        List<Vehicle> vans =
                List.of(van("van", 8000, false, new Window(0, 3600)), van("coldvan", 6000, true, new Window(0, 3600)));
        return new RoutingProblem(
                List.of(new Depot("centre", 0, Window.ALWAYS)),
                vans,
                stops,
                List.of(new Transfer("farm", "mill")),
                grid(points),
                Objective.COST);
    }

    static Vehicle van(String key, long grams, boolean cold, Window shift) {
        return new Vehicle(key, 1, "centre", "centre", grams, 60, cold, shift, 3600, 5000, 200);
    }
}
