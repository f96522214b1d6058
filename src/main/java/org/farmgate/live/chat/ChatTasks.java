package org.farmgate.live.chat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the chat does by itself; of several processes one at a time does it.
@Configuration(proxyBeanMethods = false)
class ChatTasks {
    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> chatForgetsAddresses(ObjectProvider<ChatStore> store, Clock clock) {
        return Tasks.recurring("chat-forgets-addresses", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) ->
                        store.getObject().forgetAddresses(clock.instant().minus(KEPT)));
    }
}
