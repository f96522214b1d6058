package org.farmgate.logistics.trips;

import java.util.EnumSet;
import java.util.Set;

/// How far a trip has come.
public enum TripState {
    /// Proposed; a coordinator still changes it.
    DRAFT,
    /// A carrier has it: goods are loaded.
    ORDERED,
    /// On the road.
    DEPARTED,
    /// Everything on it has found its end, and its cost is split.
    CLOSED,
    CANCELLED;

    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED;
    }

    /// From which it is entered.
    Set<TripState> from() {
        return switch (this) {
            case DRAFT -> EnumSet.noneOf(TripState.class);
            case ORDERED -> EnumSet.of(DRAFT);
            case DEPARTED -> EnumSet.of(ORDERED);
            case CLOSED -> EnumSet.of(DEPARTED);
            case CANCELLED -> EnumSet.of(DRAFT, ORDERED);
        };
    }
}
