package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.place.RegionId;
import org.farmgate.stock.LotId;

/// A ticket was taken back: its lot is nobody's and lies nowhere. Whoever counted it counts it no more.
public record TicketCancelled(TicketId ticket, RegionId origin, LotId lot, String reason, Instant at) {}
