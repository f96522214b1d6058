package org.farmgate.party;

import org.farmgate.platform.jobs.JobOutcome;
import org.farmgate.platform.jobs.JobRun;
import org.farmgate.platform.jobs.JobWork;
import org.springframework.stereotype.Component;

/// Seals all numbers anew by the newest key, some hundred at a time. Begun again after a crash it goes on
/// where it stopped: what is sealed anew is not found any more.
@Component
class ResealingWork implements JobWork {
    static final String KIND = "resealing";

    private final Numbers numbers;

    ResealingWork(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        long total = numbers.sealedByOlderKeys(run.actor());
        long done = 0;
        for (int some = numbers.resealAll(run.actor()); some > 0; some = numbers.resealAll(run.actor())) {
            done += some;
            run.progress(Math.min(done, total), total, "party.resealing.progress", done, total);
            run.stopIfCancelled();
        }
        return JobOutcome.done("/numbers", "party.resealing.done", done);
    }
}
