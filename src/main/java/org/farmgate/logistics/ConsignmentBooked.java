package org.farmgate.logistics;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;

/// Goods are to be moved. Whoever plans trips cares.
public record ConsignmentBooked(
        ConsignmentId consignment,
        RegionId origin,
        PartyId sender,
        SiteId from,
        Mass mass,
        String causeKind,
        UUID cause,
        Instant at) {}
