package org.farmgate.platform.jobs.web;

import org.farmgate.platform.jobs.Job;
import org.farmgate.platform.jobs.JobState;
import org.farmgate.platform.web.Shell;

/// One job.
public record JobPage(Job job) {
    public boolean isRunning() {
        return !job.state().hasEnded();
    }

    public String words(Shell shell) {
        return words(shell, job);
    }

    /// What it is doing, or how it ended.
    public static String words(Shell shell, Job job) {
        return shell.t(job.messageKey(), job.arguments().toArray());
    }

    public static String title(Shell shell, Job job) {
        return shell.orElse("job." + job.kind(), job.kind());
    }

    /// For the badge and the notice.
    public static String tone(JobState state) {
        return switch (state) {
            case QUEUED -> "";
            case RUNNING -> "info";
            case DONE -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
        };
    }
}
