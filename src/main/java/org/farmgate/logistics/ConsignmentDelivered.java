package org.farmgate.logistics;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;

/// Goods were taken by who was to have them. The module that booked them settles its deal.
///
/// @param accepted what was taken: what may be invoiced
public record ConsignmentDelivered(
        ConsignmentId consignment, RegionId origin, String causeKind, UUID cause, Mass accepted, Instant at) {}
