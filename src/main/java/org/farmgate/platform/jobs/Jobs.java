package org.farmgate.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Map;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Starts long work and finds it again. A job belongs to the organisation that its starter acted for; others
/// do not learn that it exists.
@Service
@Transactional
public class Jobs {
    /// How many one organisation may have waiting or running.
    public static final int MOST_OPEN = 20;

    private final JobStore store;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Jobs(JobStore store, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Starts when the transaction at hand commits, on whichever process is free. Refuses by TOO_MANY_JOBS.
    ///
    /// @param kind of a [JobWork]
    public JobId submit(Actor actor, String kind, Map<String, String> parameters) {
        int open = store.openOf(actor.organisation());
        if (open >= MOST_OPEN) throw new RuleBroken(JobRule.TOO_MANY_JOBS, open);
        JobId id = JobId.next();
        store.insert(id, actor, kind, parameters, clock.instant());
        scheduler.getObject().schedule(JobTask.instance(id), clock.instant());
        return id;
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Job get(Actor actor, JobId id) {
        return store.find(id).filter(job -> actor.actsFor(job.owner())).orElseThrow(() -> new NotFound("job", id));
    }

    /// The organisation's, the newest first.
    @Transactional(readOnly = true)
    public Slice<Job> search(Actor actor, Paging paging) {
        return store.ofOwner(actor.organisation(), paging);
    }

    /// Asks it to stop; work that has not begun ends at once, what runs is rolled back at its next look.
    /// Refuses by [NotFound] and by JOB_HAS_ENDED.
    public void cancel(Actor actor, JobId id) {
        if (get(actor, id).state().hasEnded()) throw new RuleBroken(JobRule.JOB_HAS_ENDED);
        store.cancel(id, clock.instant());
    }
}
