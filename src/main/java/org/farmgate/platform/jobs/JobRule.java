package org.farmgate.platform.jobs;

import org.farmgate.platform.Rule;

/// What can be refused about a job.
public enum JobRule implements Rule {
    /// A job that has ended cannot be stopped any more.
    JOB_HAS_ENDED,
    /// One organisation has so many jobs waiting that more would only keep others from theirs.
    TOO_MANY_JOBS;

    @Override
    public int status() {
        return this == TOO_MANY_JOBS ? 429 : 409;
    }
}
