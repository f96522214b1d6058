package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// A parcel. Who sends and gets it lies sealed: see [Parcels#unseal].
///
/// @param takenInAt the site that took it in
/// @param toSite the last site of ours on its way; empty when another carrier brings it from the centre on
/// @param toDoor whether it is brought to a door from there, not fetched
/// @param price what was asked at the counter, by [ParcelTariff]
public record Parcel(
        ParcelKey key,
        Sscc sscc,
        ParcelSource source,
        SiteId takenInAt,
        Instant takenIn,
        RegionId toRegion,
        Optional<SiteId> toSite,
        boolean toDoor,
        Mass mass,
        int litres,
        Money price,
        ParcelState state) {
    public ParcelId id() {
        return key.id();
    }

    public ParcelStage stage() {
        return state.stage();
    }

    Parcel in(ParcelState now) {
        return new Parcel(key, sscc, source, takenInAt, takenIn, toRegion, toSite, toDoor, mass, litres, price, now);
    }

    /// Where it is to go now: back, if it is being returned.
    public Optional<SiteId> goal() {
        if (!state.returning()) return toSite;
        return source instanceof ParcelSource.Inbound ? Optional.empty() : Optional.of(takenInAt);
    }
}
