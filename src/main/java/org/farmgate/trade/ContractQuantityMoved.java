package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;

/// A whole-crop contract now expects more or less, because a grower's forecast for one of its plots moved.
public record ContractQuantityMoved(ContractId contract, RegionId origin, Mass before, Mass now, Instant at) {}
