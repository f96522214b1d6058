package org.farmgate.logistics.trips;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.TruckKind;
import org.farmgate.measure.Money;

/// A trip with something else in its place.
final class TripEdit {
    private TripEdit() {}

    /// @param litres the truck's room; 0 where nobody knows it
    record Vehicle(TruckKind kind, LocalDate day, int litres, Optional<TemperatureRange> range) {}

    static Trip with(Trip trip, List<TripStop> stops, List<TripLoad> loads, Money hire) {
        return new Trip(
                trip.id(),
                trip.origin(),
                trip.state(),
                trip.orderedBy(),
                trip.day(),
                trip.planned(),
                trip.truckKind(),
                trip.tariffVersion(),
                trip.capacity(),
                trip.litres(),
                trip.cold(),
                hire,
                trip.carriage(),
                trip.range(),
                trip.departedAt(),
                trip.closedAt(),
                trip.cancelledFor(),
                trip.version(),
                stops,
                loads);
    }

    static Trip with(Trip trip, Vehicle vehicle, Money hire) {
        return new Trip(
                trip.id(),
                trip.origin(),
                trip.state(),
                trip.orderedBy(),
                vehicle.day(),
                trip.planned(),
                vehicle.kind().id(),
                trip.tariffVersion(),
                vehicle.kind().capacity(),
                vehicle.litres(),
                vehicle.kind().cold(),
                hire,
                trip.carriage(),
                vehicle.range(),
                trip.departedAt(),
                trip.closedAt(),
                trip.cancelledFor(),
                trip.version(),
                trip.stops(),
                trip.loads());
    }

    /// For whoever has only these goods on it: what the truck costs is not theirs to know.
    static Trip withLoadsAlone(Trip trip, List<TripLoad> loads) {
        List<TripStop> stops = trip.stops().stream()
                .filter(stop -> loads.stream()
                        .anyMatch(load ->
                                stop.site().equals(load.from()) || stop.site().equals(load.to())))
                .toList();
        return with(trip, stops, loads, Money.ZERO);
    }
}
