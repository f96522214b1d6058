package org.farmgate.logistics.trips;

import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;

/// A trip in a list.
///
/// @param trip without its stops and loads
/// @param goods how many consignments ride
/// @param payers how many companies pay
/// @param cost what was split, once it is closed
public record TripSummary(Trip trip, int goods, int payers, Mass out, Mass back, long metres, Optional<Money> cost) {
    public long fillingBasisPoints() {
        return out.grams() * 10_000 / trip.capacity().grams();
    }

    public int kilometres() {
        return Math.toIntExact(Math.ceilDiv(metres, 1000L));
    }
}
