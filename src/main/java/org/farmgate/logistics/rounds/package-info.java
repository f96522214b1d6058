/// Rounds of a driver: stops in an order, planned by the routing engine, corrected by dispatchers, driven with or
/// without a network.
@NullMarked
@NamedInterface("rounds")
package org.farmgate.logistics.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
