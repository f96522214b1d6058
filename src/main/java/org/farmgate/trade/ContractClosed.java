package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.place.RegionId;

/// A contract reserves nothing any more.
///
/// @param stage FULFILLED, ENDED, CANCELLED or LAPSED
public record ContractClosed(ContractId contract, RegionId origin, ContractStage stage, Instant at) {}
