package org.farmgate.live.audience;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the streams going, by three threads that begin with the first of them: one hears news, one reads, one writes.
/// Streams end before the web server begins to wait for its last requests; browsers go to another process.
@Component
class Broadcast implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    /// News within this time is read together.
    private static final long GATHER_NANOS = 50_000_000L;
    /// What is left is told at most twice a second.
    private static final long STOCK_NANOS = 500_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    /// All is read again now and then, should ever a word be lost.
    private static final long SWEEP_NANOS = 30 * SECOND_NANOS;
    private static final long EMPTY_NANOS = 60 * SECOND_NANOS;
    private static final long OVER_NANOS = 60 * SECOND_NANOS;

    private static final Duration END = Duration.ofSeconds(2);

    private final Streams streams;
    private final Lookout lookout;
    private final Counting counting;
    private final AudienceSettings settings;
    private final JdbcConnectionDetails database;
    private final Clock clock;
    private final Semaphore toRead = new Semaphore(0);
    private final Semaphore toWrite = new Semaphore(0);
    private @Nullable List<Thread> threads;
    private volatile Listening listening;
    private volatile boolean running;

    Broadcast(
            Streams streams,
            Lookout lookout,
            Counting counting,
            AudienceSettings settings,
            JdbcConnectionDetails database,
            Clock clock) {
        this.streams = streams;
        this.lookout = lookout;
        this.counting = counting;
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.listening = listening();
    }

    @Override
    public synchronized void start() {
        running = true;
        listening = listening();
        streams.reopen();
        streams.whenOpened(this::begin);
    }

    private Listening listening() {
        return new Listening(database, this::heard, this::readAll);
    }

    private void begin() {
        if (threads != null) return;
        synchronized (this) {
            if (threads != null || !running) return;
            threads = List.of(
                    Thread.ofPlatform().daemon().name("live-news").start(listening),
                    Thread.ofPlatform().daemon().name("live-reads").start(this::read),
                    Thread.ofPlatform().daemon().name("live-writes").start(this::write));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        streams.close();
        listening.end();
        if (threads == null) return;
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) thread.join(END);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads = null;
        counting.leave();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void heard(ShowId show, ShowTopic topic) {
        Stage stage = streams.find(show);
        if (stage == null) return;
        stage.stale(topic);
        toRead.release();
    }

    private void readAll() {
        streams.stages().forEach(Stage::allStale);
        toRead.release();
    }

    private void read() {
        long stockNanos = System.nanoTime();
        long secondNanos = stockNanos;
        long sweepNanos = stockNanos;
        while (running) {
            try {
                await(stockNanos + STOCK_NANOS - System.nanoTime());
                long now = System.nanoTime();
                streams.stages().forEach(this::readAgain);
                if (now - stockNanos >= STOCK_NANOS) {
                    stockNanos = now;
                    lookout.stock(streams.stages());
                }
                if (now - secondNanos >= SECOND_NANOS) {
                    secondNanos = now;
                    counting.count(streams.stages());
                    tidy(now);
                    if (!listening.isUp() || now - sweepNanos > SWEEP_NANOS) {
                        sweepNanos = now;
                        readAll();
                    }
                }
                toWrite.release();
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException failed) {
                if (running) LOG.warn("What viewers see could not be read; it is tried again: {}", failed.toString());
            }
        }
    }

    /// Until something is new, but no sooner than news gathered for a moment; or until the time is up.
    private void await(long nanos) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(GATHER_NANOS));
        if (toRead.tryAcquire(Math.max(0, Math.min(nanos, untilDue()) - GATHER_NANOS), TimeUnit.NANOSECONDS))
            toRead.drainPermits();
    }

    private long untilDue() {
        long soonest = STOCK_NANOS;
        for (Stage stage : streams.stages()) {
            var due = stage.nextDue();
            if (due.isPresent())
                soonest = Math.min(
                        soonest, Duration.between(clock.instant(), due.get()).toNanos());
        }
        return soonest;
    }

    private void readAgain(Stage stage) {
        try {
            if (stage.isReady() && stage.isStale()) lookout.again(stage, stage.takeStale());
            lookout.release(stage);
        } catch (RuntimeException failed) {
            stage.allStale();
            LOG.warn("Show {} could not be read; it is tried again: {}", stage.show, failed.toString());
        }
    }

    private void tidy(long now) {
        for (Stage stage : streams.stages()) {
            if (!stage.watchers.isEmpty()) stage.emptySinceNanos = 0;
            else if (stage.emptySinceNanos == 0) stage.emptySinceNanos = now;
            else if (now - stage.emptySinceNanos > EMPTY_NANOS && streams.putAway(stage)) counting.forget(stage);
            if (!stage.isOver()) stage.overSinceNanos = 0;
            else if (stage.overSinceNanos == 0) stage.overSinceNanos = now;
            else if (now - stage.overSinceNanos > OVER_NANOS) stage.watchers.forEach(Watcher::end);
        }
    }

    private void write() {
        long lookedNanos = System.nanoTime();
        while (running) {
            try {
                if (toWrite.tryAcquire(1, TimeUnit.SECONDS)) toWrite.drainPermits();
                for (Stage stage : streams.stages()) {
                    if (!stage.takeNews()) continue;
                    stage.watchers.forEach(Watcher::push);
                }
                long now = System.nanoTime();
                if (now - lookedNanos < SECOND_NANOS) continue;
                lookedNanos = now;
                long heartbeat = settings.heartbeat().toNanos();
                long patience = settings.patience().toNanos();
                for (Stage stage : streams.stages()) stage.watchers.forEach(one -> one.look(now, heartbeat, patience));
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException failed) {
                if (running) LOG.warn("Viewers could not be told; it is tried again: {}", failed.toString());
            }
        }
    }
}
