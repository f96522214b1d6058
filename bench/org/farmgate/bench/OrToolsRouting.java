package org.farmgate.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.IntVar;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.farmgate.logistics.routing.Arrangement;
import org.farmgate.logistics.routing.RoutingPlan;
import org.farmgate.logistics.routing.RoutingProblem;
import org.farmgate.logistics.routing.Stop;
import org.farmgate.logistics.routing.Transfer;
import org.farmgate.logistics.routing.Vehicle;

/// What OR-Tools' routing library makes of a published instance (one depot, vehicles alike), for comparison: two
/// searches
/// beside each other, from different first solutions, both with guided local search; the better plan counts.
final class OrToolsRouting {
    private final RoutingProblem problem;
    private final int nodes;
    private final int vehicles;
    private final Vehicle vehicle;

    private OrToolsRouting(RoutingProblem problem) {
        this.problem = problem;
        nodes = problem.stops().size() + 1;
        vehicle = problem.vehicles().getFirst();
        long total = problem.stops().stream().mapToLong(Stop::grams).sum();
        long fewest = Math.ceilDiv(total, vehicle.grams());
        long enough = vehicle.count() == Vehicle.UNLIMITED ? fewest + 3 + fewest / 5 : vehicle.count();
        vehicles = (int) Math.min(enough, nodes - 1);
    }

    static RoutingPlan solve(RoutingProblem problem, double seconds) {
        Loader.loadNativeLibraries();
        OrToolsRouting routing = new OrToolsRouting(problem);
        long started = System.nanoTime();
        List<CompletableFuture<List<List<Integer>>>> searches = Stream.of(
                        FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION, FirstSolutionStrategy.Value.SAVINGS)
                .map(first -> CompletableFuture.supplyAsync(
                        () -> routing.search(first, seconds),
                        work -> Thread.ofPlatform().start(work)))
                .toList();
        RoutingPlan best = searches.stream()
                .map(CompletableFuture::join)
                .map(routing::plan)
                .min(Comparator.comparingInt((RoutingPlan p) -> p.leftOut().size())
                        .thenComparingLong(RoutingPlan::costMillifen))
                .orElseThrow();
        double took = (System.nanoTime() - started) / 1e9;
        return new RoutingPlan(best.routes(), best.leftOut(), best.metres(), best.costMillifen(), took);
    }

    private RoutingPlan plan(List<List<Integer>> tours) {
        List<Arrangement.Lane> lanes = new ArrayList<>();
        for (List<Integer> tour : tours) {
            List<String> stops =
                    tour.stream().map(n -> problem.stops().get(n - 1).key()).toList();
            lanes.add(new Arrangement.Lane(vehicle.key(), lanes.size(), stops));
        }
        return new Arrangement(problem, lanes).plan();
    }

    private List<List<Integer>> search(FirstSolutionStrategy.Value first, double seconds) {
        RoutingIndexManager manager = new RoutingIndexManager(nodes, vehicles, 0);
        RoutingModel model = new RoutingModel(manager);
        long[][] metres = new long[nodes][nodes];
        long[][] times = new long[nodes][nodes];
        long[] loads = new long[nodes];
        for (int a = 0; a < nodes; a++) {
            for (int b = 0; b < nodes; b++) {
                metres[a][b] = problem.matrix().metres(a, b);
                times[a][b] = a == 0 ? 0 : problem.stops().get(a - 1).serviceSeconds();
                times[a][b] += problem.matrix().seconds(a, b);
            }
            loads[a] = a == 0 ? 0 : load(problem.stops().get(a - 1));
        }
        model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(metres));
        model.setFixedCostOfAllVehicles(1000 * vehicle.fenPerTrip());
        model.addDimension(model.registerUnaryTransitVector(loads), 0, vehicle.grams(), true, "load");
        long end = vehicle.shift().toSecond();
        model.addDimension(model.registerTransitMatrix(times), end, end, false, "time");
        RoutingDimension time = model.getMutableDimension("time");
        for (int i = 1; i < nodes; i++) {
            Stop stop = problem.stops().get(i - 1);
            time.cumulVar(manager.nodeToIndex(i))
                    .setRange(
                            stop.window().fromSecond(),
                            Math.min(end, stop.window().toSecond()));
            model.addDisjunction(new long[] {manager.nodeToIndex(i)}, 1_000_000_000_000L);
        }
        for (Transfer t : problem.transfers()) {
            long from = manager.nodeToIndex(Integer.parseInt(t.collection()));
            long to = manager.nodeToIndex(Integer.parseInt(t.delivery()));
            model.addPickupAndDelivery(from, to);
            IntVar same = model.vehicleVar(from);
            model.solver().addConstraint(model.solver().makeEquality(same, model.vehicleVar(to)));
            model.solver().addConstraint(model.solver().makeLessOrEqual(time.cumulVar(from), time.cumulVar(to)));
        }
        RoutingSearchParameters parameters =
                com.google.ortools.constraintsolver.main.defaultRoutingSearchParameters().toBuilder()
                        .setFirstSolutionStrategy(first)
                        .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                        .setTimeLimit(
                                Duration.newBuilder().setSeconds((long) seconds).setNanos((int)
                                        (1e9 * (seconds - Math.floor(seconds)))))
                        .build();
        Assignment solution = model.solveWithParameters(parameters);
        return solution == null ? List.of() : tours(manager, model, solution);
    }

    /// Deliveries from the depot count as loads taken along the way: only the sum matters.
    private long load(Stop stop) {
        boolean negative = !problem.transfers().isEmpty() && stop.direction() == Stop.Direction.DELIVERY;
        return negative ? -stop.grams() : stop.grams();
    }

    private List<List<Integer>> tours(RoutingIndexManager manager, RoutingModel model, Assignment solution) {
        return IntStream.range(0, vehicles)
                .mapToObj(v -> {
                    List<Integer> tour = new ArrayList<>();
                    long index = solution.value(model.nextVar(model.start(v)));
                    while (!model.isEnd(index)) {
                        tour.add(manager.indexToNode(index));
                        index = solution.value(model.nextVar(index));
                    }
                    return tour;
                })
                .filter(t -> !t.isEmpty())
                .toList();
    }
}
