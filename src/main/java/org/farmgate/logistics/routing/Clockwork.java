package org.farmgate.logistics.routing;

/// Says to all threads of a solve how far it is, and when to stop; tells the caller about the best plan.
final class Clockwork {
    private static final long REPORT_NANOS = 200_000_000L;

    private final Effort effort;
    private final RoutingProgress progress;
    private final long startedNanos = System.nanoTime();
    private volatile boolean cancelled;
    private long reportedNanos = startedNanos;
    private int fewestMissing = Integer.MAX_VALUE;
    private long lowestCost = Long.MAX_VALUE;

    Clockwork(Effort effort, RoutingProgress progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /// From 0 to 1 and beyond; 1 ends the search.
    double shareDone(long steps) {
        if (cancelled) {
            return 1;
        }
        double time = seconds() * 1e9 / effort.time().toNanos();
        return Math.max(time, (double) steps / effort.steps());
    }

    synchronized void hear(int missing, long cost, long steps) {
        if (missing < fewestMissing || (missing == fewestMissing && cost < lowestCost)) {
            fewestMissing = missing;
            lowestCost = cost;
        }
        if (System.nanoTime() - reportedNanos >= REPORT_NANOS) {
            reportedNanos = System.nanoTime();
            progress.report(fewestMissing, lowestCost, Math.min(1, shareDone(steps)));
            cancelled = cancelled || progress.isCancelled();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    double seconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }
}
