package org.farmgate.logistics.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.farmgate.logistics.routing.LeftOut.Reason;

/// Plans rounds: which vehicle calls at which stops in which order.
///
/// Each thread searches by itself from another seed (`Search`); the best plan is written down and proved by
/// `RoutingChecker` before anybody sees it.
public final class RoutingSolver {

    /// Ends by `RoutingCancelled` when `progress` asks for it. (A problem that contradicts itself is refused when it
    /// is made, by `RoutingRefused`.)
    public RoutingPlan solve(RoutingProblem problem, Duration time, RoutingProgress progress) {
        return solve(problem, Effort.of(time, problem), progress);
    }

    public RoutingPlan solve(RoutingProblem problem, Effort effort, RoutingProgress progress) {
        Clockwork clockwork = new Clockwork(effort, progress);
        if (progress.isCancelled()) {
            throw new RoutingCancelled();
        }
        Model model = new Model(problem);
        Reasons reasons = new Reasons(model);
        int[] requests = model.requests().stream()
                .mapToInt(Integer::intValue)
                .filter(r -> reasons.of(r) == Reason.FLEET_TOO_SMALL)
                .toArray();
        Search.Found found = requests.length == 0
                ? new Search.Found(List.of(), List.of(), 0, 0)
                : best(model, requests, effort, clockwork);
        if (clockwork.isCancelled()) {
            throw new RoutingCancelled();
        }
        RoutingPlan plan = plan(model, reasons, found, clockwork.seconds());
        List<RoutingFault> faults = RoutingChecker.faults(problem, plan);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the plan found does not hold: " + faults);
        }
        return plan;
    }

    private static Search.Found best(Model model, int[] requests, Effort effort, Clockwork clockwork) {
        List<CompletableFuture<Search.Found>> others = new ArrayList<>();
        for (int t = 1; t < effort.threads(); t++) {
            long seed = effort.seed() + 1_000_003L * t;
            others.add(beside(() -> new Search(model, requests, seed, clockwork).run()));
        }
        Search.Found best = new Search(model, requests, effort.seed(), clockwork).run();
        for (CompletableFuture<Search.Found> other : others) {
            Search.Found found = joined(other);
            best = found.betterThan(best) ? found : best;
        }
        return best;
    }

    private static <T> CompletableFuture<T> beside(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().name("routing").daemon().start(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a thread of the search failed", e.getCause());
        }
    }

    private static RoutingPlan plan(Model model, Reasons reasons, Search.Found found, double seconds) {
        Timetable timetable = new Timetable(model);
        int[] used = new int[model.types];
        List<Tour> tours = new ArrayList<>(found.tours());
        tours.sort(Comparator.comparingInt(t -> t.type));
        List<Route> routes = new ArrayList<>();
        boolean[] called = new boolean[model.stops];
        for (Tour t : tours) {
            routes.add(timetable.route(t.type, used[t.type]++, t.stops, t.size));
            for (int p = 0; p < t.size; p++) {
                called[t.stops[p]] = true;
            }
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < model.stops; i++) {
            if (!called[i]) {
                leftOut.add(new LeftOut(model.key(i), reasons.of(i)));
            }
        }
        long metres = routes.stream().mapToLong(Route::metres).sum();
        long cost = routes.stream().mapToLong(Route::costMillifen).sum();
        return new RoutingPlan(routes, leftOut, metres, cost, seconds);
    }
}
