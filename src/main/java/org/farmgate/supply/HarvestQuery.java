package org.farmgate.supply;

import java.util.Optional;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// Which harvests a list shows. The search text is looked for in the plot's name and the grower's name and
/// code.
public record HarvestQuery(Paging paging, Optional<ProductId> product, Optional<PartyId> grower, boolean onlyOffered) {
    public static HarvestQuery all(Paging paging) {
        return new HarvestQuery(paging, Optional.empty(), Optional.empty(), false);
    }
}
