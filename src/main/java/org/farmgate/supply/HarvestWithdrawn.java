package org.farmgate.supply;

import java.time.Instant;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.stock.LotId;

/// A harvest is no longer for sale. Its lot stays in the register: it was harvested all the same.
public record HarvestWithdrawn(HarvestId harvest, LotId lot, RegionId origin, PartyId grower, Instant at) {}
