package org.farmgate.logistics.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.farmgate.place.SiteId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Bills the weeks that are over, and brings goods that lay at a site before it became a warehouse to
/// its dock; one process at a time does it, each warehouse in a transaction of its own.
@Configuration(proxyBeanMethods = false)
class StorageTasks {
    private static final Logger LOG = LoggerFactory.getLogger(StorageTasks.class);

    @Bean
    RecurringTask<Void> storageCosts(ObjectProvider<StorageCosts> costs) {
        return Tasks.recurring("storage-costs", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    StorageCosts reckoning = costs.getObject();
                    each(reckoning.sites(), reckoning::reckonLately);
                });
    }

    /// One warehouse that cannot be billed holds up no other; at the end it is told what went wrong.
    static void each(Collection<SiteId> sites, Consumer<SiteId> deed) {
        RuntimeException first = null;
        for (SiteId site : sites)
            try {
                deed.accept(site);
            } catch (RuntimeException fault) {
                LOG.error("The storage at {} was not billed; it is tried again with the next run", site, fault);
                if (first == null) first = fault;
                else first.addSuppressed(fault);
            }
        if (first != null) throw first;
    }
}
