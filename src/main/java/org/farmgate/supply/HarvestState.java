package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.platform.PartyId;

/// Whether a harvest is still on offer.
public sealed interface HarvestState {
    record Offered() implements HarvestState {}

    /// @param by for which organisation the withdrawal was made
    record Withdrawn(Instant at, PartyId by, String reason) implements HarvestState {}
}
