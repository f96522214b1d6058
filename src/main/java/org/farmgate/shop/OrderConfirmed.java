package org.farmgate.shop;

import java.time.Instant;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// An order is paid: its seller can pick it.
public record OrderConfirmed(OrderId order, RegionId origin, PartyId seller, Instant at) {}
