package org.farmgate.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// A sellable row as it is now.
///
/// @param left packs that can still be sold, each backed by good goods
/// @param sold taken and not given back, those that left included
/// @param picked of the sold, those that left for their buyers
/// @param shortPacks of the sold and not picked, those that are no longer backed
public record Sellable(
        SellableId id,
        RegionId origin,
        UUID listing,
        Optional<UUID> show,
        PartyId owner,
        ProductId product,
        int worstGrade,
        Mass pack,
        List<SiteId> sites,
        long left,
        long sold,
        long picked,
        long shortPacks) {
    /// Packs that can be picked now.
    public long toPick() {
        return sold - picked - shortPacks;
    }

    /// Packs for which goods are set aside.
    public long backed() {
        return left + toPick();
    }
}
