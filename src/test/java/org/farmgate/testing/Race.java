package org.farmgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lets several attempts start at the same moment, each in a thread of its own, and gathers how each ended.
/// No clock is asked: all wait at one latch until the last is there.
public final class Race {
    private Race() {}

    /// How one attempt ended: with an answer or with what it threw.
    public record Outcome<T>(
            @org.jspecify.annotations.Nullable T answer,
            @org.jspecify.annotations.Nullable Throwable thrown) {
        public boolean won() {
            return thrown == null;
        }
    }

    /// In the order of the attempts.
    public static <T> List<Outcome<T>> of(List<Callable<T>> attempts) throws InterruptedException {
        var ready = new CountDownLatch(attempts.size());
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(attempts.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> attempt : attempts)
                running.add(threads.submit(() -> {
                    ready.countDown();
                    start.await();
                    return attempt.call();
                }));
            ready.await();
            start.countDown();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> one : running) outcomes.add(outcome(one));
            return outcomes;
        }
    }

    /// How many of them won.
    public static <T> long won(List<Outcome<T>> outcomes) {
        return outcomes.stream().filter(Outcome::won).count();
    }

    private static <T> Outcome<T> outcome(Future<T> one) throws InterruptedException {
        try {
            return new Outcome<>(one.get(), null);
        } catch (ExecutionException broken) {
            return new Outcome<>(null, broken.getCause());
        }
    }
}
