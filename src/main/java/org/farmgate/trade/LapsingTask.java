package org.farmgate.trade;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks every hour for proposals whose day has come; one process at a time does it.
@Configuration(proxyBeanMethods = false)
class LapsingTask {
    @Bean
    RecurringTask<Void> lapsingOfContracts(ObjectProvider<Contracts> contracts) {
        return Tasks.recurring("lapsing-of-contracts", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    while (contracts.getObject().lapse() > 0) {}
                });
    }
}
