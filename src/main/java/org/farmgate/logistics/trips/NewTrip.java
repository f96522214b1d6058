package org.farmgate.logistics.trips;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.InputBroken;

/// A trip to be planned.
///
/// @param goods that ride out of the county
/// @param litres the truck's room; 0 where nobody knows it
public record NewTrip(
        TripId id,
        RegionId origin,
        LocalDate day,
        TruckKindId truckKind,
        int litres,
        Optional<TemperatureRange> range,
        Optional<PlannedTripKey> planned,
        List<ConsignmentId> goods) {
    public static final int MOST_LITRES = 10_000_000;

    /// Refuses by the input error `out-of-range`.
    public NewTrip {
        if (litres < 0 || litres > MOST_LITRES) throw new InputBroken("litres", "out-of-range", 0, MOST_LITRES);
        goods = goods.stream().distinct().toList();
    }
}
