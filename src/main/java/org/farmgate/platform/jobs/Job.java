package org.farmgate.platform.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;

/// One piece of long work, as its owner sees it.
///
/// @param owner the organisation whose members may see and stop it
/// @param total 0 while nobody knows how much there is to do
/// @param messageKey what it is doing, or how it ended
/// @param resultPath the page that shows the result, once there is one
/// @param cancelAsked whether somebody has asked it to stop
public record Job(
        JobId id,
        PartyId owner,
        String kind,
        JobState state,
        long done,
        long total,
        String messageKey,
        List<Object> arguments,
        Optional<String> resultPath,
        boolean cancelAsked,
        Instant queuedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /// In whole percent; -1 while nobody knows.
    public int percent() {
        if (state == JobState.DONE) return 100;
        return total <= 0 ? -1 : (int) Math.clamp(100 * done / total, 0, 100);
    }
}
