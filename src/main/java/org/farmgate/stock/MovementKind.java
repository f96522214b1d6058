package org.farmgate.stock;

/// What a movement is.
public enum MovementKind {
    /// Came in for the first time.
    RECEIVED,
    /// Came back from a buyer.
    RETURNED,
    MOVED_IN,
    MOVED_OUT,
    /// Left for a buyer.
    PICKED,
    /// Is lost.
    WRITTEN_OFF,
    /// Left for another purpose: delivered on a contract, made into something.
    ISSUED,
    /// Was found to be more or less than the books said.
    COUNTED
}
