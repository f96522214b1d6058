package org.farmgate.logistics.parcels;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// Parcels were taken in, moved, handed out or lost by one scan, of one or of all in a container. Which
/// they are [Scans#parcelsOf] says.
///
/// @param county whose site scanned
public record ParcelsMoved(RegionId county, ScanId scan, ScanKind kind, Instant at) {}
