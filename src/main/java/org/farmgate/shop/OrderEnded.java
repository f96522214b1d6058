package org.farmgate.shop;

import java.time.Instant;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// An order came to nothing: it was cancelled, expired or came back.
///
/// @param state CANCELLED, EXPIRED or RETURNED
public record OrderEnded(OrderId order, RegionId origin, PartyId seller, OrderState state, Instant at) {}
