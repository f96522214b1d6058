package org.farmgate.payment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks every ten seconds for payments and refunds whose provider is to be asked; one process at a time does it.
@Configuration(proxyBeanMethods = false)
class ReconcilingTask {
    @Bean
    RecurringTask<Void> reconcilingOfPayments(ObjectProvider<Reconciling> reconciling) {
        return Tasks.recurring("reconciling-of-payments", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> reconciling.getObject().sweep());
    }
}
