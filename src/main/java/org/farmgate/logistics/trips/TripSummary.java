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
    /// For whoever only has goods on it: what others have on it, and what all of it costs, is not theirs to know.
    TripSummary forRider() {
        return new TripSummary(
                TripEdit.withLoadsAlone(trip, java.util.List.of()),
                0,
                0,
                Mass.ZERO,
                Mass.ZERO,
                metres,
                Optional.empty());
    }

    /// Whether the sums are there.
    public boolean isWhole() {
        return payers > 0 || goods == 0 && !trip.hire().equals(Money.ZERO);
    }

    public long fillingBasisPoints() {
        return out.grams() * 10_000 / trip.capacity().grams();
    }

    public int kilometres() {
        return Math.toIntExact(Math.ceilDiv(metres, 1000L));
    }
}
