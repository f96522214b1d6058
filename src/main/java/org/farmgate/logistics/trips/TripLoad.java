package org.farmgate.logistics.trips;

import java.time.Instant;
import java.util.Optional;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// A consignment on a trip.
///
/// @param number of the consignment, as it is scanned
/// @param origin the county the goods come from
/// @param payer who bears its freight
/// @param mass as booked
/// @param loaded as weighed at loading, once it is on board
public record TripLoad(
        ConsignmentId consignment,
        String number,
        RegionId origin,
        PartyId sender,
        PartyId payer,
        Leg leg,
        SiteId from,
        SiteId to,
        Mass mass,
        int packages,
        int litres,
        boolean cold,
        Optional<Loaded> loaded) {
    /// When and with how much.
    public record Loaded(Instant at, Mass mass) {}

    /// What it counts for now: what was weighed, else what was booked.
    public Mass counted() {
        return loaded.map(Loaded::mass).orElse(mass);
    }
}
