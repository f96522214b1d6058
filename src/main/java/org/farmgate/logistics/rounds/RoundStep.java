package org.farmgate.logistics.rounds;

import java.time.Instant;

/// One line of a round's trail.
///
/// @param note what it was about, such as a stop's name or a reason
public record RoundStep(Instant at, What what, String personName, String organisationName, String note) {
    /// What was done.
    public enum What {
        MADE,
        GOODS_ADDED,
        GOODS_TAKEN_OFF,
        DRIVER_CHOSEN,
        PUBLISHED,
        LOCKED,
        UNLOCKED,
        STOP_MOVED,
        WINDOW_SET,
        STARTED,
        STOP_DONE,
        STOP_FAILED,
        FINISHED,
        /// Fetched, but its depot could not take it in.
        NOT_HANDED_IN,
        REST_CLOSED,
        CANCELLED
    }
}
