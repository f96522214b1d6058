package org.farmgate.logistics.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.farmgate.place.SiteId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Bills the weeks that are over, and brings goods that lay at a site before it became a warehouse to
/// its dock; one process at a time does it, each warehouse in a transaction of its own.
@Configuration(proxyBeanMethods = false)
class StorageTasks {
    @Bean
    RecurringTask<Void> storageCosts(ObjectProvider<StorageCosts> costs) {
        return Tasks.recurring("storage-costs", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    for (SiteId site : costs.getObject().sites())
                        costs.getObject().reckonLately(site);
                });
    }
}
