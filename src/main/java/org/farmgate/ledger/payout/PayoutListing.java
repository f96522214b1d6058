package org.farmgate.ledger.payout;

import java.time.Instant;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// A payout in a list.
///
/// @param open payments that the bank has neither paid nor returned
public record PayoutListing(
        PayoutId id,
        RegionId origin,
        PartyId holder,
        PayoutState state,
        PartyId proposedBy,
        Instant proposedAt,
        long lines,
        Money amount,
        long open,
        long returned) {}
