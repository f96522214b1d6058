package org.farmgate.platform.jobs;

import java.util.Map;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;

/// What the work sees of its job while it runs. Every method may be called from any thread, as often as one
/// likes: what reaches the database is held down to about four writes a second.
public interface JobRun {
    JobId id();

    /// Who started it, with the rights they had then.
    Actor actor();

    Map<String, String> parameters();

    /// @param total 0 while nobody knows
    void progress(long done, long total, String messageKey, Object... arguments);

    /// Whether somebody asked it to stop; known within a quarter of a second.
    boolean isCancelled();

    /// Refuses by [JobCancelled].
    default void stopIfCancelled() {
        if (isCancelled()) throw new JobCancelled();
    }
}
