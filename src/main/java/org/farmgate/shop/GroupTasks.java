package org.farmgate.shop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Decides group pre-orders when their time has come; of several processes one at a time does it.
@Configuration(proxyBeanMethods = false)
class GroupTasks {
    @Bean
    RecurringTask<Void> decidingOfGroups(ObjectProvider<GroupOffers> groups) {
        return Tasks.recurring("deciding-of-groups", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> {
                    while (groups.getObject().decide() > 0) {}
                });
    }
}
