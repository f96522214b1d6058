package org.farmgate.supply;

import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;
import org.farmgate.product.ProductId;

/// Which price quotes a list shows. The search text is looked for in the source.
public record QuoteQuery(Paging paging, Optional<ProductId> product, Optional<RegionId> county) {
    public static QuoteQuery all(Paging paging) {
        return new QuoteQuery(paging, Optional.empty(), Optional.empty());
    }
}
