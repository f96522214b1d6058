package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.platform.PartyId;

/// A demand is open until its buyer takes it back. That its last week passes ends it too, without anybody's
/// doing.
public sealed interface DemandState {
    record Open() implements DemandState {}

    record Withdrawn(Instant at, PartyId by, String reason) implements DemandState {}
}
