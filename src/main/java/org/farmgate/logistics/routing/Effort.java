package org.farmgate.logistics.routing;

import java.time.Duration;

/// How long to search, on how many threads and from which seed.
///
/// Whatever ends first ends the search. When it is the steps, the same seed gives the same plan on any machine.
///
/// @param time wall-clock time for the whole solve; a plan comes back soon after
/// @param steps the most each thread takes
public record Effort(Duration time, long steps, int threads, long seed) {

    public Effort {
        if (!time.isPositive() || steps < 1 || threads < 1) {
            throw new IllegalArgumentException("time, steps and threads must be positive");
        }
    }

    /// As long as given on two threads, and shorter when the problem is small enough to be searched through sooner.
    public static Effort of(Duration time, RoutingProblem problem) {
        long steps = Math.max(20_000L, 40_000L * problem.stops().size());
        return new Effort(time, steps, 2, 1);
    }

    /// Exactly so many steps on one thread: the same plan each time.
    public static Effort steps(long steps, long seed) {
        return new Effort(Duration.ofHours(1), steps, 1, seed);
    }
}
