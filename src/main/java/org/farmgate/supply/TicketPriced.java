package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// What a grower gets for a ticket is decided and owed. `insight` counts what is paid at the farm gate.
public record TicketPriced(
        TicketId ticket, RegionId origin, PartyId buyer, PartyId grower, Price price, Money amount, Instant at) {}
