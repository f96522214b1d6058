package org.farmgate.logistics.parcels;

import java.util.Optional;
import java.util.Set;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Paging;

/// @param site one of those that the asker handles parcels at; all of them if empty
/// @param stages all but handed out if empty
public record ParcelQuery(Paging paging, Optional<SiteId> site, Set<ParcelStage> stages) {
    /// Beyond that nobody counts.
    public static final int MOST_COUNTED = 5_000;

    public ParcelQuery {
        stages = Set.copyOf(stages);
    }

    boolean isOfOpenOnes() {
        return !stages.contains(ParcelStage.HANDED_OUT);
    }

    boolean isOfHandedOut() {
        return stages.equals(Set.of(ParcelStage.HANDED_OUT));
    }
}
