package org.farmgate.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Grade;
import org.farmgate.product.ProductId;

/// Packs to be put on sale.
///
/// @param listing what sells them, as whoever sells knows it
/// @param show empty: open to all
/// @param owner whose goods may back it
/// @param worstGrade rank; better goods fit too
/// @param pack what one of them weighs
/// @param sites where the goods may lie
public record NewSellable(
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
    public static final int MOST_SITES = 200;
    /// Of one sellable row. A thousand rows of them still fit a `long` in grams.
    public static final long MOST_PACKS = 1_000_000_000L;

    /// Refuses by PACKS_OUT_OF_RANGE, LOT_WITHOUT_MASS, LOT_GRADE_OUT_OF_RANGE, SITES_OUT_OF_RANGE.
    public NewSellable {
        sites = sites.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(SiteId::toString))
                .toList();
        if (pack.isZero()) throw new RuleBroken(StockRule.LOT_WITHOUT_MASS);
        if (worstGrade < 1 || worstGrade > Grade.WORST)
            throw new RuleBroken(StockRule.LOT_GRADE_OUT_OF_RANGE, worstGrade);
        if (sites.isEmpty() || sites.size() > MOST_SITES)
            throw new RuleBroken(StockRule.SITES_OUT_OF_RANGE, MOST_SITES);
        checkPacks(packs);
        if (packs > Mass.GREATEST_GRAMS / pack.grams())
            throw new RuleBroken(StockRule.PACKS_OUT_OF_RANGE, Mass.GREATEST_GRAMS / pack.grams());
    }

    static void checkPacks(long packs) {
        if (packs < 1 || packs > MOST_PACKS) throw new RuleBroken(StockRule.PACKS_OUT_OF_RANGE, MOST_PACKS);
    }
}
