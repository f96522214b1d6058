package org.farmgate.platform.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs a job to its end and writes down how it ended, whatever happens.
@Component
class JobRunner {
    /// A job that takes the program down with it must not do so for ever.
    private static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobStore store;
    private final ObjectProvider<JobWork> works;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    JobRunner(JobStore store, ObjectProvider<JobWork> works, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.works = works;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// @param shuttingDown whether the program is about to end; a job torn off by that is begun again later
    void run(JobId id, BooleanSupplier shuttingDown) {
        Optional<JobStore.Started> started = store.begin(id, clock.instant());
        if (started.isEmpty()) return;
        try {
            finish(id, outcome(id, started.get()));
        } catch (JobCancelled _) {
            store.finish(id, JobState.CANCELLED, "job.cancelled", List.of(), null, clock.instant());
        } catch (RuntimeException failure) {
            if (shuttingDown.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                store.requeue(id);
                throw failure;
            }
            fail(id, started.get().kind(), failure);
        }
    }

    private JobOutcome outcome(JobId id, JobStore.Started started) {
        if (started.attempts() > MOST_ATTEMPTS)
            return new JobOutcome(false, Optional.empty(), "job.failed.interrupted", List.of((long) MOST_ATTEMPTS));
        JobWork work = works.stream()
                .filter(some -> some.kind().equals(started.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no work of kind " + started.kind()));
        return work.run(new Run(id, started, store, ownTransaction, clock));
    }

    private void finish(JobId id, JobOutcome outcome) {
        store.finish(
                id,
                outcome.succeeded() ? JobState.DONE : JobState.FAILED,
                outcome.messageKey(),
                outcome.arguments(),
                outcome.resultPath().orElse(null),
                clock.instant());
    }

    private void fail(JobId id, String kind, RuntimeException failure) {
        switch (failure) {
            case RuleBroken broken -> fail(id, "rule." + broken.rule().name(), broken.arguments());
            case InputBroken broken -> {
                var first = broken.errors().getFirst();
                fail(id, "input." + first.code(), first.arguments());
            }
            case Denied denied -> fail(id, "job.failed.denied", List.of());
            case NotFound missing -> fail(id, "job.failed.not-found", List.of());
            default -> {
                LOG.error("job {} of kind {} failed", id, kind, failure);
                fail(id, "job.failed.unexpected", List.of(id.toString()));
            }
        }
    }

    private void fail(JobId id, String key, List<Object> arguments) {
        store.finish(id, JobState.FAILED, key, arguments, null, clock.instant());
    }

    /// Its progress is written in transactions of its own, so that others see it while the work's one
    /// transaction is still open.
    private static final class Run implements JobRun {
        private static final long NANOS_BETWEEN_WRITES = 250_000_000;

        private final JobId id;
        private final JobStore.Started started;
        private final JobStore store;
        private final TransactionTemplate ownTransaction;
        private final Clock clock;
        private long done;
        private long total;
        private String key = "job.starting";
        private List<Object> arguments = List.of();
        private boolean cancelled;
        private @Nullable Long writtenNanos;

        Run(JobId id, JobStore.Started started, JobStore store, TransactionTemplate ownTransaction, Clock clock) {
            this.id = id;
            this.started = started;
            this.store = store;
            this.ownTransaction = ownTransaction;
            this.clock = clock;
        }

        @Override
        public JobId id() {
            return id;
        }

        @Override
        public org.farmgate.platform.Actor actor() {
            return started.actor();
        }

        @Override
        public java.util.Map<String, String> parameters() {
            return started.parameters();
        }

        @Override
        public synchronized void progress(long done, long total, String messageKey, Object... arguments) {
            this.done = Math.max(0, done);
            this.total = Math.max(0, total);
            this.key = messageKey;
            this.arguments = List.of(arguments);
            writeSometimes();
        }

        @Override
        public synchronized boolean isCancelled() {
            if (!cancelled) writeSometimes();
            return cancelled;
        }

        private void writeSometimes() {
            long now = System.nanoTime();
            if (writtenNanos != null && now - writtenNanos < NANOS_BETWEEN_WRITES) return;
            writtenNanos = now;
            cancelled = Boolean.TRUE.equals(
                    ownTransaction.execute(_ -> store.progress(id, done, total, key, arguments, clock.instant())));
        }
    }
}
