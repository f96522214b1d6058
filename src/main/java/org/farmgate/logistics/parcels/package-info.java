/// Parcels through three tiers: village station, township, county sorting centre, and back. [Parcels] takes
/// them in and follows them, [Scans] reads codes, [ParcelNetwork] knows which site hands on to which.
@NullMarked
@NamedInterface("parcels")
package org.farmgate.logistics.parcels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
