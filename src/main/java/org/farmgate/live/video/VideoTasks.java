package org.farmgate.live.video;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What one process at a time does: fetch from media servers, and remove the files of deleted recordings.
@Configuration(proxyBeanMethods = false)
class VideoTasks {
    @Bean
    RecurringTask<Void> fetchingOfFeeds(ObjectProvider<Feeds> feeds) {
        return Tasks.recurring("fetching-of-feeds", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> feeds.getObject().fetchForAWhile());
    }

    @Bean
    RecurringTask<Void> sweepingOfRecordings(ObjectProvider<Recordings> recordings) {
        return Tasks.recurring("sweeping-of-recordings", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    while (recordings.getObject().sweep()) {}
                });
    }
}
