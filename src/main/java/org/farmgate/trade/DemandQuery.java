package org.farmgate.trade;

import java.util.Optional;
import org.farmgate.platform.Paging;
import org.farmgate.product.ProductId;

/// Which demands a list shows.
public record DemandQuery(Paging paging, Show show, Optional<ProductId> product) {
    /// OPEN: not withdrawn, and its window not over.
    public enum Show {
        OPEN,
        PAST,
        WITHDRAWN,
        ALL
    }

    public static DemandQuery open(Paging paging) {
        return new DemandQuery(paging, Show.OPEN, Optional.empty());
    }
}
