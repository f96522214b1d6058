/// Rounds of a driver: stops in an order, planned by the routing engine, driven with or without a network.
@NullMarked
package org.farmgate.logistics.rounds;

import org.jspecify.annotations.NullMarked;
