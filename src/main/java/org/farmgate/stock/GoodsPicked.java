package org.farmgate.stock;

import java.time.Instant;
import java.util.List;
import org.farmgate.place.RegionId;

/// Sold packs left for a buyer. `trace` ties the order to its lots by it.
public record GoodsPicked(
        PickId pick, RegionId origin, SellableId sellable, long packs, List<Picking.Line> lines, Instant at) {
    public GoodsPicked {
        lines = List.copyOf(lines);
    }
}
