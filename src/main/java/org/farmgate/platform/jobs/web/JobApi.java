package org.farmgate.platform.jobs.web;

import java.time.Instant;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.platform.jobs.Job;
import org.farmgate.platform.jobs.JobState;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Running work, for programs.
@RestController
@RequestMapping("/api/v1/jobs")
@Needs
class JobApi {
    private final Jobs jobs;

    JobApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /// @param percent -1 while nobody knows
    /// @param message what it is doing or how it ended, in the asker's language
    /// @param result the page that shows the result
    record JobJson(
            JobId id,
            String kind,
            JobState state,
            int percent,
            long done,
            long total,
            String message,
            @Nullable String result,
            boolean cancelAsked,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static JobJson of(Job job, Shell shell) {
            return new JobJson(
                    job.id(),
                    job.kind(),
                    job.state(),
                    job.percent(),
                    job.done(),
                    job.total(),
                    JobPage.words(shell, job),
                    job.resultPath().orElse(null),
                    job.cancelAsked(),
                    job.queuedAt(),
                    job.startedAt().orElse(null),
                    job.finishedAt().orElse(null));
        }
    }

    @GetMapping
    Slice<JobJson> search(Actor actor, Paging paging, Shell shell) {
        return jobs.search(actor, paging).map(job -> JobJson.of(job, shell));
    }

    @GetMapping("/{id}")
    JobJson get(Actor actor, @PathVariable JobId id, Shell shell) {
        return JobJson.of(jobs.get(actor, id), shell);
    }

    @PostMapping("/{id}/cancellation")
    JobJson cancel(Actor actor, @PathVariable JobId id, Shell shell) {
        jobs.cancel(actor, id);
        return JobJson.of(jobs.get(actor, id), shell);
    }
}
