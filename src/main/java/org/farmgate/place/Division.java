package org.farmgate.place;

import java.util.Set;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;

/// An organisation that lies across regions, such as a division of the production corps. It is no region: what its
/// farms bring in counts for the region they lie in, and [TotalsByRegion] shows the division's part of it apart.
///
/// @param regions where it has farms; of any kind, at least one
public record Division(DivisionId id, String code, Multilingual name, Set<RegionId> regions) {
    /// Refuses by the input errors `region-code` and `missing` (no regions).
    public Division {
        code = code.strip();
        Region.checkCode(code);
        regions = Set.copyOf(regions);
        if (regions.isEmpty()) throw new InputBroken("regions", "missing");
    }
}
