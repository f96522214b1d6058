package org.farmgate.party;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.farmgate.platform.SealedRows;
import org.farmgate.platform.jobs.JobOutcome;
import org.farmgate.platform.jobs.JobRun;
import org.farmgate.platform.jobs.JobWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Seals all numbers anew by the newest key, and whatever other modules keep sealed, some hundred at a time.
/// Begun again after a crash it goes on where it stopped: what is sealed anew is not found any more.
@Component
class ResealingWork implements JobWork {
    static final String KIND = "resealing";

    private final Numbers numbers;
    private final ObjectProvider<SealedRows> others;

    ResealingWork(Numbers numbers, ObjectProvider<SealedRows> others) {
        this.numbers = numbers;
        this.others = others;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        long total = numbers.sealedByOlderKeys(run.actor());
        var done = new AtomicLong();
        IntConsumer after = some -> {
            long so = done.addAndGet(some);
            run.progress(Math.min(so, total), total, "party.resealing.progress", so, total);
            run.stopIfCancelled();
        };
        for (int some = numbers.resealAll(run.actor()); some > 0; some = numbers.resealAll(run.actor()))
            after.accept(some);
        others.forEach(rows -> rows.sealAnew(after));
        return JobOutcome.done("/numbers", "party.resealing.done", done.get());
    }
}
