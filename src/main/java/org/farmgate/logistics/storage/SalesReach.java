package org.farmgate.logistics.storage;

import java.util.Map;
import java.util.Set;
import org.farmgate.place.SiteId;
import org.farmgate.product.ProductId;

/// Of which stores and products somebody may tell and see the sales.
///
/// @param run stores that they run: all that is sold there
/// @param supplied what they supply to others' stores: no more than that
public record SalesReach(Set<SiteId> run, Map<SiteId, Set<ProductId>> supplied) {
    public SalesReach {
        run = Set.copyOf(run);
        supplied = Map.copyOf(supplied);
    }

    public boolean knows(SiteId store) {
        return run.contains(store) || supplied.containsKey(store);
    }

    public boolean covers(SiteId store, ProductId product) {
        return run.contains(store) || supplied.getOrDefault(store, Set.of()).contains(product);
    }
}
