/// Outside carriers: other companies that take a parcel where our own network ends. Each speaks three sentences
/// (what does it cost, take this, this is what happened to it) over signed HTTP; see docs/howto/parcels.md.
@NullMarked
@NamedInterface("carriers")
package org.farmgate.logistics.parcels.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
