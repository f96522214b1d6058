package org.farmgate.logistics.storage;

import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Pack;
import org.farmgate.product.ProductId;

/// A product that a store gets from an owner out of a warehouse, and how much of it the store is to
/// have.
///
/// @param pack goods go in whole packs of this
/// @param leastPacks what the shelf is never to fall below
/// @param coverDays for how many days a delivery is to last
/// @param transitDays from the release to the store
/// @param freshDays how many days goods must keep when they arrive
public record StoreLine(
        StoreLineId id,
        SiteId store,
        ProductId product,
        PartyId owner,
        SiteId warehouse,
        Mass pack,
        int leastPacks,
        int coverDays,
        int transitDays,
        int freshDays,
        boolean ended) {
    public static final int MOST_LEAST_PACKS = 10_000;
    public static final int MOST_COVER_DAYS = 60;
    public static final int MOST_TRANSIT_DAYS = 30;
    public static final int MOST_FRESH_DAYS = 365;

    /// Refuses by the input errors `zero`, `too-heavy`, `out-of-range`.
    public StoreLine {
        if (pack.isZero()) throw new InputBroken("pack", "zero");
        if (pack.compareTo(Pack.HEAVIEST) > 0) throw new InputBroken("pack", "too-heavy", Pack.HEAVIEST);
        check("leastPacks", leastPacks, 0, MOST_LEAST_PACKS);
        check("coverDays", coverDays, 1, MOST_COVER_DAYS);
        check("transitDays", transitDays, 0, MOST_TRANSIT_DAYS);
        check("freshDays", freshDays, 0, MOST_FRESH_DAYS);
    }

    private static void check(String field, int value, int least, int most) {
        if (value < least || value > most) throw new InputBroken(field, "out-of-range", least, most);
    }

    /// The same terms for the same goods, whatever its id.
    boolean saysAs(StoreLine other) {
        return withId(other.id).equals(other);
    }

    StoreLine withId(StoreLineId other) {
        return new StoreLine(
                other, store, product, owner, warehouse, pack, leastPacks, coverDays, transitDays, freshDays, ended);
    }

    StoreLine asEnded(boolean nowEnded) {
        return new StoreLine(
                id, store, product, owner, warehouse, pack, leastPacks, coverDays, transitDays, freshDays, nowEnded);
    }
}
