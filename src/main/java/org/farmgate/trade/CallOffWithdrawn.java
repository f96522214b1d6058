package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// The buyer took a call-off back in time.
public record CallOffWithdrawn(CallOffId callOff, ContractId contract, RegionId origin, Instant at) {}
