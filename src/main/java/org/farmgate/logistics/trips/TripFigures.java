package org.farmgate.logistics.trips;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;

/// How closed trips went, summed over some days.
///
/// @param tonneKilometres of goods, out and back, over the whole way of their leg
/// @param onTime consignments delivered by their last day, of `delivered`
/// @param loadedMetres and `emptyMetres`: there and home, with and without goods
public record TripFigures(
        LocalDate first,
        LocalDate last,
        int trips,
        Mass carried,
        long tonneKilometres,
        Money cost,
        int onTime,
        int delivered,
        long loadedMetres,
        long emptyMetres,
        List<Filling> fillings) {
    public TripFigures {
        fillings = List.copyOf(fillings);
    }

    /// How full one trip left.
    public record Filling(TripId trip, LocalDate day, Mass mass, Mass capacity) {}

    /// What a tonne-kilometre cost, rounded half up to the fen.
    public Money perTonneKilometre() {
        return tonneKilometres == 0
                ? Money.ZERO
                : new Money(BigDecimal.valueOf(cost.fen())
                        .divide(BigDecimal.valueOf(tonneKilometres), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    public long onTimeBasisPoints() {
        return delivered == 0 ? 0 : onTime * 10_000L / delivered;
    }

    public long emptyBasisPoints() {
        long all = loadedMetres + emptyMetres;
        return all == 0 ? 0 : emptyMetres * 10_000 / all;
    }
}
