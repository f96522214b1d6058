package org.farmgate.logistics;

/// How far a consignment has come.
public enum ConsignmentStage {
    BOOKED,
    HANDED_OVER,
    DELIVERED,
    FAILED;

    /// Whether nothing more happens to it.
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED;
    }
}
