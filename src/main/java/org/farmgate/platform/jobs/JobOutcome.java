package org.farmgate.platform.jobs;

import java.util.List;
import java.util.Optional;

/// How a job ended.
///
/// @param succeeded whether it did what was asked
/// @param resultPath the page that shows the result, such as `/imports/…`
/// @param messageKey the sentence that tells the result in short
/// @param arguments for the message's places, as [org.farmgate.platform.RuleBroken] takes them
public record JobOutcome(boolean succeeded, Optional<String> resultPath, String messageKey, List<Object> arguments) {
    public JobOutcome {
        arguments = List.copyOf(arguments);
    }

    public static JobOutcome done(String resultPath, String messageKey, Object... arguments) {
        return new JobOutcome(true, Optional.of(resultPath), messageKey, List.of(arguments));
    }

    /// The work was done as far as it could be, and the answer is no; `resultPath` shows why.
    public static JobOutcome refused(String resultPath, String messageKey, Object... arguments) {
        return new JobOutcome(false, Optional.of(resultPath), messageKey, List.of(arguments));
    }
}
