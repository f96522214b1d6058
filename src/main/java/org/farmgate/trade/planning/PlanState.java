package org.farmgate.trade.planning;

/// How far a plan is.
public enum PlanState {
    /// Its job waits or runs.
    SOLVING,
    /// It can be read, corrected, accepted.
    SOLVED,
    /// It could not be solved; the reason is kept with it.
    FAILED,
    /// A person stopped it.
    CANCELLED
}
