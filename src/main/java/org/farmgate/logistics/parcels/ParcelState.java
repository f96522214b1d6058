package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.SiteId;

/// @param site where it is, or was last
/// @param at of the scan that brought it there
/// @param container that it travels in
/// @param returning on its way back to who sent it
/// @param keepUntil while it waits to be fetched
public record ParcelState(
        ParcelStage stage,
        SiteId site,
        Instant at,
        Optional<ContainerId> container,
        boolean returning,
        Optional<Instant> keepUntil) {}
