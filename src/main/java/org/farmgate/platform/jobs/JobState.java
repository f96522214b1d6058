package org.farmgate.platform.jobs;

/// Where a job stands. It starts queued, may run several times when the program is stopped under it, and ends
/// once.
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    /// It ended without doing what was asked; the job's message says why, and whatever it had begun was
    /// rolled back.
    FAILED,
    CANCELLED;

    public boolean hasEnded() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
