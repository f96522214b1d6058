package org.farmgate.platform.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/// Tells listeners again of events that they have not finished: their process died, or they failed. Of
/// several processes on one database one at a time does it, as the scheduler's row is a lease; were
/// each to do it at its start, it would tell again what another is still at work on.
@Configuration(proxyBeanMethods = false)
class Republishing {
    /// No listener works this long on one event.
    static final Duration LEAST_AGE = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 500;

    @Bean
    RecurringTask<Void> republishingOfEvents(ObjectProvider<IncompleteEventPublications> events, Clock clock) {
        return Tasks.recurring("republishing-of-events", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> events.getObject()
                        .resubmitIncompletePublications(ResubmissionOptions.defaults()
                                .withMinAge(LEAST_AGE)
                                .withBatchSize(MOST_AT_ONCE)
                                .withMaxInFlight(MOST_AT_ONCE)
                                .withFilter(publication -> isDue(publication, clock.instant()))));
    }

    /// What fails again and again is tried less and less often, at least once an hour.
    static boolean isDue(EventPublication publication, Instant now) {
        Instant last = publication.getLastResubmissionDate();
        if (last == null) return true;
        long factor = 1L << Math.min(10, publication.getCompletionAttempts());
        Duration wait = LEAST_AGE.multipliedBy(factor);
        return !last.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)
                .isAfter(now);
    }
}
