package org.farmgate.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// What became of one order of a cart.
public sealed interface OrderAnswer {
    RegionId origin();

    PartyId seller();

    /// It is in the books and the goods are set aside: this was told after the commit only.
    ///
    /// @param expiresAt until when it waits for its payment; empty where it is paid at the door
    record Taken(
            OrderId id,
            RegionId origin,
            PartyId seller,
            OrderState state,
            Money total,
            Instant placedAt,
            Optional<Instant> expiresAt)
            implements OrderAnswer {}

    /// Nothing was taken.
    ///
    /// @param listings at which it failed
    record Refused(RegionId origin, PartyId seller, List<ListingId> listings, RuleBroken why) implements OrderAnswer {}
}
