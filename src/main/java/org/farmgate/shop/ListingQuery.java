package org.farmgate.shop;

import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// What a visitor or a seller looks for.
///
/// @param seller only of that one, drafts and closed ones too if it is the asker's own
public record ListingQuery(
        Paging paging, Optional<ProductId> product, Optional<RegionId> origin, Optional<PartyId> seller, Order order) {
    public enum Order {
        NEWEST,
        CHEAPEST_PER_KILOGRAM
    }

    public static ListingQuery all(Paging paging) {
        return new ListingQuery(paging, Optional.empty(), Optional.empty(), Optional.empty(), Order.NEWEST);
    }
}
