package org.farmgate.logistics.trips;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;

/// One truck run that carries goods of several companies.
///
/// @param origin the county that it starts in
/// @param orderedBy the organisation that plans it, and pays what sharing does not carry
/// @param day on which it starts
/// @param planned the trip of a season's plan that it follows
/// @param tariffVersion by which it and going alone are reckoned
/// @param litres the truck's room; 0 where nobody knows it
/// @param hire what the truck is hired for, by the tariff or as agreed; further lines add to it
/// @param carriage who drives, once it is ordered
/// @param range what its cold room is to keep to
/// @param version counts its changes
public record Trip(
        TripId id,
        RegionId origin,
        TripState state,
        PartyId orderedBy,
        LocalDate day,
        Optional<PlannedTripKey> planned,
        TruckKindId truckKind,
        long tariffVersion,
        Mass capacity,
        int litres,
        boolean cold,
        Money hire,
        Optional<Carriage> carriage,
        Optional<TemperatureRange> range,
        Optional<Instant> departedAt,
        Optional<Instant> closedAt,
        String cancelledFor,
        int version,
        List<TripStop> stops,
        List<TripLoad> loads) {
    public static final int MOST_LOADS = 400;
    public static final int LONGEST_PLATE = 20;
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_REASON = 200;

    public Trip {
        stops = List.copyOf(stops);
        loads = List.copyOf(loads);
    }

    /// Who drives.
    ///
    /// @param plate of the truck
    public record Carriage(PartyId carrier, String plate, String driver) {}

    public String number() {
        return number(id);
    }

    public static String number(TripId id) {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "CC-" + digits.substring(20, 26) + "-" + digits.substring(26);
    }

    public long metres() {
        return stops.stream().mapToLong(TripStop::metres).sum();
    }

    /// Kilometres begun, as hauliers count.
    public int kilometres() {
        return Math.toIntExact(Math.ceilDiv(metres(), 1000L));
    }

    /// On which nothing rides: to the first pick-up of the way back, and home where nothing comes back.
    public long emptyMetres() {
        boolean before = false;
        long empty = 0;
        for (TripStop stop : stops) {
            if (stop.leg() == Leg.BACK && stop.pickUp() && !before) empty += stop.metres();
            before |= stop.leg() == Leg.BACK;
        }
        return empty;
    }

    public Mass mass(Leg leg) {
        return loads.stream()
                .filter(load -> load.leg() == leg)
                .map(TripLoad::counted)
                .reduce(Mass.ZERO, Mass::plus);
    }

    /// How full the truck leaves, in hundredths of a percent.
    public long fillingBasisPoints() {
        return mass(Leg.OUT).grams() * 10_000 / capacity.grams();
    }

    public boolean isMixed() {
        return loads.stream().map(TripLoad::payer).distinct().count() > 1;
    }
}
