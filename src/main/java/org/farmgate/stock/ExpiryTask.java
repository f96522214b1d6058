package org.farmgate.stock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks every ten minutes for goods whose day has passed, so that at midnight they are not sold for long; one
/// process at a time does it.
@Configuration(proxyBeanMethods = false)
class ExpiryTask {
    private static final int AT_ONCE = 200;

    @Bean
    RecurringTask<Void> expiryOfGoods(ObjectProvider<Qualities> qualities) {
        return Tasks.recurring("expiry-of-goods", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    while (qualities.getObject().expire(AT_ONCE) > 0) {}
                });
    }
}
