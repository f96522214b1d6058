package org.farmgate.shop;

import java.util.EnumSet;
import java.util.Set;

/// Where an order stands. Each step is one guarded update, so of two that are tried at once one wins.
public enum OrderState {
    /// Waits for its payment, until it expires.
    PLACED,
    /// Paid, or to be paid at the door: the goods are its own.
    CONFIRMED,
    /// Paid, and waiting for its group: nothing is picked before enough people have ordered.
    GATHERING,
    /// Taken from the shelves; from now on it can no longer be cancelled, only returned.
    PICKED,
    /// Handed to whoever carries it.
    SHIPPED,
    DELIVERED,
    /// The money has gone to those who earned it.
    SETTLED,
    CANCELLED,
    /// Nobody paid in time.
    EXPIRED,
    /// Came back, and the money with it.
    RETURNED;

    public boolean isOver() {
        return switch (this) {
            case CANCELLED, EXPIRED, RETURNED, SETTLED -> true;
            case PLACED, CONFIRMED, GATHERING, PICKED, SHIPPED, DELIVERED -> false;
        };
    }

    /// From which states it may be reached.
    Set<OrderState> from() {
        return switch (this) {
            case PLACED -> Set.of();
            case CONFIRMED -> EnumSet.of(PLACED, EXPIRED, GATHERING);
            case GATHERING -> EnumSet.of(CONFIRMED);
            case PICKED -> EnumSet.of(CONFIRMED);
            case SHIPPED -> EnumSet.of(PICKED);
            case DELIVERED -> EnumSet.of(SHIPPED);
            case SETTLED -> EnumSet.of(DELIVERED);
            case CANCELLED -> EnumSet.of(PLACED, CONFIRMED, GATHERING);
            case EXPIRED -> EnumSet.of(PLACED);
            case RETURNED -> EnumSet.of(PICKED, SHIPPED, DELIVERED, SETTLED);
        };
    }
}
