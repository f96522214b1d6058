package org.farmgate.live.outside;

/// What became of an outside order.
public enum OutsideState {
    /// Told, and not answered: whatever went wrong, sending it again finishes it.
    RECEIVED,
    /// Its goods are set aside.
    TAKEN,
    REFUSED,
    /// By the other platform, or by the seller.
    CANCELLED
}
