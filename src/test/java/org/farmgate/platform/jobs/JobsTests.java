package org.farmgate.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.farmgate.measure.Mass;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class JobsTests {
    private static volatile Function<JobRun, JobOutcome> next = _ -> done();

    @TestConfiguration
    static class Work {
        @Bean
        JobWork experiment() {
            return new JobWork() {
                @Override
                public String kind() {
                    return "experiment";
                }

                @Override
                public JobOutcome run(JobRun run) {
                    return next.apply(run);
                }
            };
        }
    }

    @Autowired
    Jobs jobs;

    @Autowired
    JobRunner runner;

    @Autowired
    JobStore store;

    @Autowired
    JdbcClient jdbc;

    private Actor actor;

    @BeforeEach
    void somebodyElse() {
        actor = actor();
    }

    @Test
    void aJobRunsAndItsOutcomeIsFoundAgain() {
        next = run -> JobOutcome.done(
                "/x", "job.starting", Mass.kilograms(5), run.parameters().getOrDefault("a", ""));
        JobId id = jobs.submit(actor, "experiment", Map.of("a", "b"));
        Job ended = ended(id);
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.resultPath()).contains("/x");
        assertThat(ended.arguments()).containsExactly(Mass.kilograms(5), "b");
        assertThat(ended.percent()).isEqualTo(100);
        assertThat(jobs.search(actor, Paging.first()).rows())
                .extracting(Job::id)
                .containsExactly(id);
    }

    @Test
    void theWorkKnowsWhoStartedIt() {
        var seen = new java.util.concurrent.CompletableFuture<Actor>();
        next = run -> {
            seen.complete(run.actor());
            return done();
        };
        ended(jobs.submit(actor, "experiment", Map.of()));
        assertThat(seen).isCompletedWithValue(actor);
        assertThat(jdbc.sql("select count(*) from platform.job where owner_id = :o and actor is not null")
                        .param("o", actor.organisation().value())
                        .query(Long.class)
                        .single())
                .as("whose it was is forgotten when it ends")
                .isZero();
    }

    @Test
    void progressIsSeenWhileItRunsAndACancelStopsIt() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        next = run -> {
            run.progress(3, 12, "job.starting");
            begun.countDown();
            await(goOn);
            while (true) run.stopIfCancelled();
        };
        JobId id = jobs.submit(actor, "experiment", Map.of());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.get(actor, id).percent()).isEqualTo(25);
        jobs.cancel(actor, id);
        goOn.countDown();
        assertThat(ended(id).state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> jobs.cancel(actor, id))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(JobRule.JOB_HAS_ENDED));
    }

    @Test
    void aRuleThatBreaksEndsTheJobWithItsOwnSentence() {
        next = _ -> {
            throw new RuleBroken(JobRule.TOO_MANY_JOBS, 7);
        };
        Job ended = ended(jobs.submit(actor, "experiment", Map.of()));
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.messageKey()).isEqualTo("rule.TOO_MANY_JOBS");
        assertThat(ended.arguments()).containsExactly(7L);
    }

    @Test
    void anythingElseThatBreaksNamesTheJobForTheLog() {
        next = _ -> {
            throw new IllegalStateException("on purpose");
        };
        JobId id = jobs.submit(actor, "experiment", Map.of());
        Job ended = ended(id);
        assertThat(ended.messageKey()).isEqualTo("job.failed.unexpected");
        assertThat(ended.arguments()).containsExactly(id.toString());
    }

    @Test
    void aJobTornOffByAShutdownWaitsAndRunsAgain() {
        JobId id = inserted();
        next = _ -> {
            throw new IllegalStateException("interrupted");
        };
        assertThatThrownBy(() -> runner.run(id, () -> true)).hasMessage("interrupted");
        assertThat(jobs.get(actor, id).state()).isEqualTo(JobState.QUEUED);
        next = _ -> done();
        runner.run(id, () -> false);
        assertThat(jobs.get(actor, id).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aJobThatKeepsTakingTheProgramDownIsGivenUpWithAClearSentence() {
        JobId id = inserted();
        for (int crash = 0; crash < 3; crash++) store.begin(id, Instant.now());
        runner.run(id, () -> false);
        Job ended = jobs.get(actor, id);
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.messageKey()).isEqualTo("job.failed.interrupted");
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndNeverRuns() {
        JobId id = inserted();
        jobs.cancel(actor, id);
        next = _ -> {
            throw new AssertionError("must not run");
        };
        runner.run(id, () -> false);
        assertThat(jobs.get(actor, id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void anotherOrganisationDoesNotLearnOfIt() {
        JobId id = inserted();
        assertThatThrownBy(() -> jobs.get(actor(), id)).isInstanceOf(NotFound.class);
        assertThat(jobs.search(actor(), Paging.first()).total()).isZero();
    }

    @Test
    void anOrganisationMayHaveSoManyOpenAndNoMore() {
        for (int i = 0; i < Jobs.MOST_OPEN; i++) inserted();
        assertThatThrownBy(() -> jobs.submit(actor, "experiment", Map.of()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(JobRule.TOO_MANY_JOBS));
    }

    /// A job nobody has scheduled, so that the test alone runs it.
    private JobId inserted() {
        JobId id = JobId.next();
        store.insert(id, actor, "experiment", Map.of(), Instant.now());
        return id;
    }

    private Job ended(JobId id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jobs.get(actor, id), job -> job.state().hasEnded());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JobOutcome done() {
        return new JobOutcome(true, Optional.empty(), "job.starting", List.of());
    }

    private static Actor actor() {
        return new Actor(
                new AccountId(org.farmgate.platform.Id.next()),
                PartyId.next(),
                "Aynur",
                PartyId.next(),
                "Station 7",
                Optional.of(org.farmgate.platform.Id.next()),
                false,
                Set.of(Right.SEE_SUPPLY, Right.REGISTER_SUPPLY));
    }
}
