package org.farmgate.stock;

/// What may be done with goods. Only good ones back a sale and are picked.
public enum QualityStatus {
    GOOD,
    /// Nobody knows yet: nothing leaves until somebody has looked.
    ON_HOLD,
    /// Must not reach anybody, and whoever has it must give it back.
    RECALLED,
    /// Seen to be bad; waits to be written off.
    DAMAGED,
    /// Its best-before day has passed.
    EXPIRED;

    public boolean isGood() {
        return this == GOOD;
    }
}
