package org.farmgate.shop;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.place.RegionId;
import org.farmgate.platform.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// The queues before the order intake, a lane for each origin. A lane has one writer at a time, which
/// takes whatever has arrived into one transaction and does not wait when there is little: under load
/// batches grow by themselves, as orders gather while the one before them commits.
@Component
class IntakeLanes {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeLanes.class);

    private final BatchWriter writer;
    private final IntakeSettings settings;
    private final Map<RegionId, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService writers;

    IntakeLanes(BatchWriter writer, IntakeSettings settings) {
        this.writer = writer;
        this.settings = settings;
        this.writers = Executors.newFixedThreadPool(
                settings.writers(),
                Thread.ofPlatform().name("order-intake-", 1).daemon().factory());
    }

    /// All or none. Refuses by INTAKE_FULL at once, without waiting. The answers come after the commits.
    List<CompletableFuture<OrderAnswer>> join(List<Arrival> arrivals) {
        if (waiting.addAndGet(arrivals.size()) > settings.mostWaiting()) {
            waiting.addAndGet(-arrivals.size());
            throw new RuleBroken(ShopRule.INTAKE_FULL, settings.mostWaiting());
        }
        return arrivals.stream().map(this::queue).toList();
    }

    private CompletableFuture<OrderAnswer> queue(Arrival arrival) {
        var entry = new Entry(arrival, new CompletableFuture<>());
        lanes.computeIfAbsent(arrival.origin(), Lane::new).add(entry);
        return entry.answer;
    }

    /// Whoever waits for an answer has it: the web server lets requests end before beans go.
    @PreDestroy
    void close() {
        writers.close();
    }

    private record Entry(Arrival arrival, CompletableFuture<OrderAnswer> answer) {}

    private final class Lane implements Runnable {
        private final RegionId origin;
        private final Gathering<Entry> arrived = new Gathering<>();
        private final AtomicBoolean busy = new AtomicBoolean();

        Lane(RegionId origin) {
            this.origin = origin;
        }

        void add(Entry entry) {
            arrived.add(entry);
            wake();
        }

        private void wake() {
            if (!arrived.isEmpty() && busy.compareAndSet(false, true)) writers.execute(this);
        }

        /// One batch, then the others' turn.
        @Override
        public void run() {
            List<Entry> batch = arrived.next(settings.mostAtOnce());
            waiting.addAndGet(-batch.size());
            try {
                write(batch);
            } finally {
                busy.set(false);
                wake();
            }
        }

        private void write(List<Entry> batch) {
            if (batch.isEmpty()) return;
            try {
                long began = System.nanoTime();
                List<OrderAnswer> answers =
                        writer.write(origin, batch.stream().map(Entry::arrival).toList());
                arrived.wrote(batch.size(), System.nanoTime() - began);
                for (int i = 0; i < batch.size(); i++) batch.get(i).answer.complete(answers.get(i));
            } catch (DataIntegrityViolationException broken) {
                if (batch.size() == 1) fail(batch, broken);
                else oneByOne(batch, broken);
            } catch (RuntimeException | Error failed) {
                fail(batch, failed);
            }
        }

        /// One of them cannot be stored; it must not take the others with it.
        private void oneByOne(List<Entry> batch, DataIntegrityViolationException broken) {
            LOG.warn("a batch of {} orders of origin {} is taken in one by one", batch.size(), origin, broken);
            for (Entry entry : batch) write(List.of(entry));
        }

        /// Whether the commit came through may be unknown; the same key finds out.
        private void fail(List<Entry> batch, Throwable failed) {
            LOG.error("a batch of {} orders of origin {} was not taken in", batch.size(), origin, failed);
            for (Entry entry : batch) entry.answer.completeExceptionally(failed);
        }
    }
}
