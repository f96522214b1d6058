package org.farmgate.live;

import java.util.Set;

/// Where a show stands.
public enum ShowState {
    /// Announced.
    PLANNED,
    /// On air; it stays so when the picture is lost, until it is ended.
    LIVE,
    /// Over; its recording may be watched.
    ENDED,
    /// Called off before it began.
    CANCELLED;

    /// From which it may be reached.
    public Set<ShowState> from() {
        return switch (this) {
            case PLANNED -> Set.of();
            case LIVE, CANCELLED -> Set.of(PLANNED);
            case ENDED -> Set.of(LIVE);
        };
    }

    public boolean isOver() {
        return this == ENDED || this == CANCELLED;
    }
}
