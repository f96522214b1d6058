package org.farmgate.stock;

import java.util.Optional;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Paging;
import org.farmgate.product.ProductId;

/// Which positions a list shows. The search text is looked for in the names of products and sites; a whole lot
/// number finds that lot.
public record PositionQuery(Paging paging, Optional<SiteId> site, Optional<ProductId> product, Show show) {
    /// Which of them.
    public enum Show {
        /// Something is on hand.
        THERE,
        /// Something is on hand that may be sold.
        GOOD,
        /// Something is on hand that may not be sold.
        NOT_GOOD,
        /// Empty ones too.
        ALL
    }

    public static PositionQuery all(Paging paging) {
        return new PositionQuery(paging, Optional.empty(), Optional.empty(), Show.THERE);
    }
}
