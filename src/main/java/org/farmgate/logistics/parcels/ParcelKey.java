package org.farmgate.logistics.parcels;

import org.farmgate.place.RegionId;

/// What names a parcel's row.
///
/// @param origin the county that took it in
public record ParcelKey(RegionId origin, ParcelId id) {}
