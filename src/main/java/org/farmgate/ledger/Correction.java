package org.farmgate.ledger;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// An entry that was wrong and what put it right.
///
/// @param mirror the entry that takes it back whole
/// @param replacement the right one, where there is one
/// @param by the person
public record Correction(
        RegionId origin,
        TransferId corrected,
        TransferId mirror,
        Optional<TransferId> replacement,
        String reason,
        PartyId by,
        Instant at) {
    public static final int LONGEST_REASON = 200;
}
