package org.farmgate.shop;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.PartyId;

/// One thing that happened to an order.
///
/// @param by empty where it happened by itself
public record OrderStep(Instant at, OrderState state, Optional<PartyId> by, String note) {}
