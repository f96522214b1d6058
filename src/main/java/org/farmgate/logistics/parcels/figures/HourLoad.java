package org.farmgate.logistics.parcels.figures;

import java.time.Instant;

/// What went through a site in one hour.
///
/// @param from the hour's begin
/// @param arrived parcels that came, those inside bags and cages too
/// @param left parcels that went
public record HourLoad(Instant from, long arrived, long left) {}
