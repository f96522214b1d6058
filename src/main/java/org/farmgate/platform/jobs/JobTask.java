package org.farmgate.platform.jobs;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.farmgate.platform.JobId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How db-scheduler runs a job: its name there is the job's id. A job whose process died is picked up again
/// by another process, or by the same one after its restart.
@Configuration(proxyBeanMethods = false)
class JobTask {
    private static final String NAME = "job";

    static TaskInstance<Void> instance(JobId id) {
        return new TaskInstance<>(NAME, id.toString());
    }

    @Bean
    OneTimeTask<Void> runJob(JobRunner runner, Clock clock) {
        return Tasks.oneTime(NAME)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((instance, context) -> runner.run(
                        new JobId(java.util.UUID.fromString(instance.getId())),
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
