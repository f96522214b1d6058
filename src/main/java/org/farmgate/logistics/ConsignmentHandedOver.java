package org.farmgate.logistics;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;

/// Goods have left with a carrier. The module that booked them tells whoever waits for them.
///
/// @param loaded what was weighed when they were loaded
public record ConsignmentHandedOver(
        ConsignmentId consignment, RegionId origin, String causeKind, UUID cause, Mass loaded, Instant at) {}
