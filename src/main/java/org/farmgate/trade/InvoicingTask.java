package org.farmgate.trade;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks every hour for deliveries that have no invoice yet: the listener is durable, this is the second
/// pair of eyes.
@Configuration(proxyBeanMethods = false)
class InvoicingTask {
    @Bean
    RecurringTask<Void> invoicingOfDeliveries(ObjectProvider<Invoices> invoices) {
        return Tasks.recurring("invoicing-of-deliveries", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    Invoices facade = invoices.getObject();
                    facade.missing().forEach(facade::delivered);
                });
    }
}
