package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// One vehicle's run from a depot through its stops and back.
///
/// @param origin the county that the depot lies in
/// @param owner whose vehicle and driver they are
/// @param locked whether planning again leaves it as it is
/// @param version counts what dispatchers change
public record Round(
        RoundId id,
        RegionId origin,
        PartyId owner,
        SiteId depot,
        LocalDate day,
        VehicleId vehicle,
        Optional<PartyId> driver,
        Shift shift,
        RoundState state,
        boolean locked,
        int version,
        Optional<RoundPlanId> plan,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Sums sums,
        List<Stop> stops) {
    public static final int MOST_STOPS = 200;

    public Round {
        stops = List.copyOf(stops);
    }

    /// What it comes to, as reckoned when it last changed.
    ///
    /// @param emptyMetres with nothing on board
    /// @param gramMetres what was carried how far
    public record Sums(long metres, long emptyMetres, long gramMetres, Money cost) {
        public static final Sums NONE = new Sums(0, 0, 0, Money.ZERO);

        /// In fen; empty where nothing is carried anywhere.
        public Optional<Money> perTonneKilometre() {
            if (gramMetres == 0) return Optional.empty();
            return Optional.of(new Money(java.math.BigDecimal.valueOf(cost.fen())
                    .multiply(java.math.BigDecimal.valueOf(1_000_000_000L))
                    .divide(java.math.BigDecimal.valueOf(gramMetres), 0, java.math.RoundingMode.HALF_UP)
                    .longValueExact()));
        }
    }

    public String number() {
        return id.number();
    }

    public List<Task> tasks() {
        return stops.stream().flatMap(stop -> stop.tasks().stream()).toList();
    }

    Round with(List<Stop> others) {
        return new Round(
                id, origin, owner, depot, day, vehicle, driver, shift, state, locked, version, plan, startedAt, endedAt,
                sums, others);
    }
}
