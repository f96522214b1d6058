package org.farmgate.logistics;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.place.RegionId;

/// Goods did not arrive, or were never sent. The module that booked them books again or gives the money
/// back.
///
/// @param sent whether they had been handed over
public record ConsignmentFailed(
        ConsignmentId consignment,
        RegionId origin,
        String causeKind,
        UUID cause,
        boolean sent,
        String reason,
        Instant at) {}
