package org.farmgate.trade.docking;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.farmgate.trade.docking.Progress.Stage;
import org.jspecify.annotations.Nullable;

/// Runs the two halves of the solve side by side, in rounds: one thread lowers the bound, the other improves
/// the plan. After each round they exchange what they found: prices guide the loading, the plan's value sizes
/// the bound's steps.
///
/// Rounds have a fixed number of steps (but for the bound's of large seasons), so that the same seed gives the
/// same plan as long as the clock allows the same number of rounds.
final class Search {
    /// Rounds without news on either side after which a small season counts as solved.
    private static final int QUIET_ROUNDS = 12;

    /// Groups from which a round of loading takes so long that the bound is lowered until it ends: such a season is
    /// never solved before its time is over, and so its plan depends on the clock anyhow.
    private static final int LARGE = 8000;

    private static final double SHARE_FOR_RELAXATION = 0.45;
    private static final double SHARE_FOR_EXPLAINING = 0.03;

    private final Market market;
    private final Limits limits;
    private final Progress progress;
    private final long startedNanos;
    private volatile boolean stop;

    private final Loads loads;
    private Loads.Snapshot best;
    private @Nullable DualDescent descent;

    Search(Market market, Limits limits, Progress progress, long startedNanos) {
        this.market = market;
        this.limits = limits;
        this.progress = progress;
        this.startedNanos = startedNanos;
        this.loads = new Loads(market);
        new LockedStart(loads).load();
        this.best = loads.snapshot();
    }

    /// The plan found, restored to its best.
    Loads loads() {
        loads.restore(best);
        return loads;
    }

    DualDescent descent() {
        return java.util.Objects.requireNonNull(descent);
    }

    void run() {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("docking-", 0).factory())) {
            try {
                rounds(threads, relax(threads));
            } finally {
                stop = true;
                threads.shutdownNow();
            }
        }
    }

    private Prices relax(ExecutorService threads) {
        Relaxation relaxation = new Relaxation(market);
        double seconds = Math.max(1, limits.seconds() * SHARE_FOR_RELAXATION - elapsed());
        Future<Optional<Prices>> solving = threads.submit(() -> relaxation.solve(seconds));
        try {
            return await(solving, Stage.RELAXING).orElseGet(this::roughPrices);
        } catch (DockingCancelled e) {
            relaxation.interrupt();
            throw e;
        }
    }

    /// Prices when there is no time for better: everyone at the floor, and demand at the least that a floor
    /// and a full truck come to.
    private Prices roughPrices() {
        long[] supply = new long[market.supplies.count()];
        long[] demand = new long[market.demands.count()];
        long[] leastFloor = new long[market.products];
        java.util.Arrays.fill(leastFloor, Long.MAX_VALUE / 4);
        for (int g = 0; g < supply.length; g++) {
            supply[g] = market.supplies.stepPrice[g][0];
            leastFloor[market.supplyProduct[g]] = Math.min(leastFloor[market.supplyProduct[g]], supply[g]);
        }
        double leastRate = Double.POSITIVE_INFINITY;
        for (TruckMenu menu : market.menus) {
            leastRate = Math.min(leastRate, Math.min(menu.bestRate(true), menu.bestRate(false)));
        }
        long rate = Double.isInfinite(leastRate) ? 0 : (long) leastRate;
        for (int d = 0; d < demand.length; d++) {
            demand[d] = Math.min(market.demands.stepPrice[d][0], leastFloor[market.demandProduct[d]] + rate);
        }
        return new Prices(supply, demand, new long[market.season.warehouses().size() * market.weeks]);
    }

    private void rounds(ExecutorService threads, Prices prices) {
        DualDescent dual = new DualDescent(market, prices);
        descent = dual;
        Annealing annealing = new Annealing(loads, prices, limits.seed());
        int quiet = 0;
        int size = market.supplies.count() + market.demands.count();
        boolean isLarge = size > LARGE;
        int dualSteps = Math.max(8, 160_000 / (size + 100));
        long target = 0;
        do {
            long goal = target;
            Future<Void> improving = threads.submit(() -> {
                annealing.round(() -> stop || !timeLeft());
                return null;
            });
            Future<Void> lowering = threads.submit(() -> {
                for (int i = 0;
                        (i < dualSteps || isLarge && !improving.isDone()) && !stop && (i == 0 || timeLeft());
                        i++) {
                    dual.step(goal);
                }
                return null;
            });
            await(lowering, Stage.LOADING);
            await(improving, Stage.LOADING);
            boolean news = annealing.bestMicrofen() > target || dual.takeNews();
            target = annealing.bestMicrofen();
            best = annealing.best();
            annealing.guideBy(dual.bestPrices());
            quiet = news ? 0 : quiet + 1;
            report(Stage.LOADING);
        } while (timeLeft()
                && quiet < QUIET_ROUNDS
                && dual.bestMicrofen() / PlanWriter.MICRO > target / PlanWriter.MICRO);
    }

    private boolean timeLeft() {
        return elapsed() < limits.seconds() * (1 - SHARE_FOR_EXPLAINING);
    }

    private double elapsed() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private <T> T await(Future<T> future, Stage stage) {
        while (true) {
            try {
                return future.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                report(stage);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop = true;
                throw new DockingCancelled();
            } catch (ExecutionException e) {
                throw new IllegalStateException("docking failed at " + stage, e.getCause());
            }
        }
    }

    private void report(Stage stage) {
        long bound = descent == null ? Long.MAX_VALUE : descent.bestMicrofen();
        progress.report(
                stage,
                Math.floorDiv(best.valueMicrofen(), PlanWriter.MICRO),
                bound == Long.MAX_VALUE ? bound : Math.floorDiv(bound, PlanWriter.MICRO),
                Math.min(0.99, elapsed() / limits.seconds()));
        if (progress.isCancelled()) {
            stop = true;
            throw new DockingCancelled();
        }
    }
}
