package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// A round to be made, empty at first.
public record NewRound(
        RoundId id, SiteId depot, LocalDate day, VehicleId vehicle, Optional<PartyId> driver, Shift shift) {}
