package org.farmgate.shop;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// The intake has taken a batch of orders in. Only the origin and the batch are told; who cares reads
/// the orders by [Orders#ofBatch], all at once.
public record OrdersPlaced(RegionId origin, BatchId batch, Instant at) {}
