package org.farmgate.logistics.trips;

import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;

/// What one company pays of a trip.
///
/// @param mass of its goods on board
/// @param alone what the tariff's cheapest trucks would have cost it for these goods alone
/// @param fair its mean part in what the group costs, before it is held within the limits
/// @param share what it pays as a rider: at most `alone`
/// @param excess what it pays beside, for having ordered a trip that costs more than all going alone
public record TripShare(PartyId payer, Mass mass, Money alone, Money fair, Money share, Money excess) {
    public Money total() {
        return share.plus(excess);
    }

    public Money saved() {
        return alone.minus(share);
    }
}
