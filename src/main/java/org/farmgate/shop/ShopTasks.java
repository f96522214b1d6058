package org.farmgate.shop;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the shop does by itself; of several processes one at a time does it.
@Configuration(proxyBeanMethods = false)
class ShopTasks {
    @Bean
    RecurringTask<Void> expiryOfOrders(ObjectProvider<Cancellations> cancellations) {
        return Tasks.recurring("expiry-of-orders", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    while (cancellations.getObject().expire() > 0) {}
                });
    }
}
