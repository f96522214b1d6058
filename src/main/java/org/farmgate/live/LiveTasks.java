package org.farmgate.live;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What live shows do by themselves; of several processes one at a time does it.
@Configuration(proxyBeanMethods = false)
class LiveTasks {
    /// Orders of a show that are not paid in time, or are cancelled, give packs back to a show that is over.
    @Bean
    RecurringTask<Void> goodsOfShowsOver(ObjectProvider<LineUp> lineUp) {
        return Tasks.recurring("goods-of-shows-over", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> lineUp.getObject().tidy());
    }
}
