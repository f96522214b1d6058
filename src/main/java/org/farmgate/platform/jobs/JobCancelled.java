package org.farmgate.platform.jobs;

/// Somebody asked the job to stop. Thrown by [JobRun#stopIfCancelled], it leaves the work's transaction,
/// which is rolled back.
public class JobCancelled extends RuntimeException {
    public JobCancelled() {
        super("cancelled");
    }
}
