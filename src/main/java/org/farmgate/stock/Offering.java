package org.farmgate.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// What a sellable row was offered as; it does not change.
record Offering(
        SellableId id,
        RegionId origin,
        UUID listing,
        Optional<UUID> show,
        PartyId owner,
        ProductId product,
        int worstGrade,
        Mass pack,
        long packs,
        List<SiteId> sites) {
    static Offering of(NewSellable wanted) {
        return new Offering(
                wanted.id(),
                wanted.origin(),
                wanted.listing(),
                wanted.show(),
                wanted.owner(),
                wanted.product(),
                wanted.worstGrade(),
                wanted.pack(),
                wanted.packs(),
                wanted.sites());
    }

    Sellable with(PackCount count) {
        return new Sellable(
                id,
                origin,
                listing,
                show,
                owner,
                product,
                worstGrade,
                pack,
                sites,
                count.left(),
                count.sold(),
                count.picked(),
                count.shortPacks());
    }
}
