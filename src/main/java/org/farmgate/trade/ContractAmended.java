package org.farmgate.trade;

import java.time.Instant;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;

/// Both sides agreed to other terms. Whoever counts masses replaces what they knew.
public record ContractAmended(
        ContractId contract,
        int version,
        RegionId origin,
        IsoWeek firstWeek,
        IsoWeek lastWeek,
        Mass before,
        Mass now,
        Instant at) {}
