package org.farmgate.logistics.parcels;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the network does by itself; of several processes one at a time does it.
@Configuration(proxyBeanMethods = false)
class ParcelTasks {
    @Bean
    RecurringTask<Void> returnOfParcels(ObjectProvider<ParcelReturns> returns) {
        return Tasks.recurring("return-of-parcels", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> {
                    while (returns.getObject().sendOverdueBack() > 0) {}
                });
    }
}
