/// Trips: one truck run that carries consignments of several companies, and how its cost is split among them.
@NullMarked
@NamedInterface("trips")
package org.farmgate.logistics.trips;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
