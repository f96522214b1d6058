package org.farmgate.logistics.rounds;

/// How far a round has come.
public enum RoundState {
    /// Only dispatchers see it.
    DRAFT,
    /// Its driver sees it.
    PLANNED,
    DRIVING,
    DONE,
    CANCELLED;

    /// Whether its stops may still be changed.
    public boolean isOpen() {
        return this == DRAFT || this == PLANNED || this == DRIVING;
    }
}
