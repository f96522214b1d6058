package org.farmgate.shop;

import java.util.Optional;
import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// What a visitor or a seller looks for.
///
/// @param products only of these; empty where any will do
/// @param named products whose name fits the search text: their listings fit too, whatever their title
/// @param seller only of that one, drafts and closed ones too if it is the asker's own
public record ListingQuery(
        Paging paging,
        Optional<Set<ProductId>> products,
        Set<ProductId> named,
        Optional<RegionId> origin,
        Optional<PartyId> seller,
        Order order) {
    public enum Order {
        NEWEST,
        CHEAPEST_PER_KILOGRAM
    }

    public static ListingQuery all(Paging paging) {
        return new ListingQuery(paging, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Order.NEWEST);
    }

    public static ListingQuery ofSeller(PartyId seller, Paging paging) {
        return new ListingQuery(
                paging, Optional.empty(), Set.of(), Optional.empty(), Optional.of(seller), Order.NEWEST);
    }
}
