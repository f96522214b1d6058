package org.farmgate.shop.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.farmgate.ledger.Split;
import org.farmgate.party.Parties;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.shop.Listing;
import org.springframework.stereotype.Component;

/// Finds the names that pages show beside ids, each kind in one query.
@Component
class ShopNames {
    private final Parties parties;
    private final Regions regions;
    private final Products products;

    ShopNames(Parties parties, Regions regions, Products products) {
        this.parties = parties;
        this.regions = regions;
        this.products = products;
    }

    Names of(Collection<Listing> listings) {
        return of(listings, Set.of(), Set.of());
    }

    Names of(Collection<Listing> listings, Collection<RegionId> moreRegions, Collection<PartyId> moreParties) {
        Set<PartyId> people = new HashSet<>(moreParties);
        Set<RegionId> places = new HashSet<>(moreRegions);
        Set<ProductId> goods = new HashSet<>();
        for (Listing one : listings) {
            people.add(one.seller());
            places.add(one.origin());
            goods.add(one.product());
            one.terms().split().parts().stream().map(Split.Part::party).forEach(people::add);
        }
        return new Names(parties.byIds(people), regions.withAncestors(places), products.byIds(goods));
    }
}
