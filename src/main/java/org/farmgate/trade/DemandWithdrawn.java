package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A buyer no longer wants it. What is under contract stays so.
public record DemandWithdrawn(DemandId demand, PartyId buyer, ProductId product, String reason, Instant at) {}
