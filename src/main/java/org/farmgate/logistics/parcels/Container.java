package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;

/// A bag or cage in one use of it.
///
/// @param origin the county that made it
/// @param to where all in it goes; empty for what another carrier fetches
/// @param site where it is, or was last
/// @param inside the cage that it stands in
/// @param mass of all in it; without the container's own
public record Container(
        RegionId origin,
        ContainerId id,
        Sscc sscc,
        ContainerKind kind,
        ContainerStage stage,
        SiteId from,
        Optional<SiteId> to,
        SiteId site,
        Instant at,
        Optional<ContainerId> inside,
        Optional<WaveId> wave,
        OptionalInt chute,
        Mass mass,
        int litres,
        int parcels,
        Instant madeAt) {}
