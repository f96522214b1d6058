package org.farmgate.supply;

import java.util.Optional;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Which plots a list shows. The search text is looked for in the plot's name and the grower's name and code.
public record PlotQuery(
        Paging paging,
        Optional<ProductId> product,
        Optional<PlotKind> kind,
        Optional<PartyId> grower,
        boolean withRetired) {
    public static PlotQuery all(Paging paging) {
        return new PlotQuery(paging, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
