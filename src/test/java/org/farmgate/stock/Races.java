package org.farmgate.stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two or more at once, in an order that the test decides: by latches and by seeing in the database that one waits.
final class Races implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Races(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The first does its work and keeps its transaction open until the second waits for it or is done; then both
    /// end. Answers what the second came to: its value, or what it threw.
    Object firstThenSecond(Runnable first, Callable<?> second) {
        var done = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        Future<?> one = threads.submit(() -> transactions.executeWithoutResult(_ -> {
            first.run();
            done.countDown();
            await(mayEnd);
        }));
        try {
            await(done);
            if (one.isDone()) one.get();
            Future<?> two = threads.submit(second);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> two.isDone() || somebodyWaits());
            mayEnd.countDown();
            one.get(30, TimeUnit.SECONDS);
            return two.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException thrown) {
            return java.util.Objects.requireNonNull(thrown.getCause());
        } catch (Exception broken) {
            throw new AssertionError(broken);
        } finally {
            mayEnd.countDown();
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database()
                """).query(Long.class).single() > 0;
    }

    /// All begin at the same moment. Answers what each came to: its value, or what it threw.
    List<Object> allAtOnce(List<? extends Callable<?>> work) throws InterruptedException {
        var ready = new CountDownLatch(work.size());
        var begin = new CountDownLatch(1);
        List<Future<Object>> running = new ArrayList<>();
        for (Callable<?> one : work)
            running.add(threads.submit(() -> {
                ready.countDown();
                await(begin);
                return one.call();
            }));
        await(ready);
        begin.countDown();
        List<Object> results = new ArrayList<>();
        for (Future<Object> one : running)
            try {
                results.add(one.get());
            } catch (ExecutionException thrown) {
                results.add(thrown.getCause());
            }
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) throw new AssertionError("waited in vain");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
