/// Parcels through three tiers: village station, township, county sorting centre, and back.
@NullMarked
@NamedInterface("parcels")
package org.farmgate.logistics.parcels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
