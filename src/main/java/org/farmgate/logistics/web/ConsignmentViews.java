package org.farmgate.logistics.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.logistics.Consignment;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// The names that pages and papers of consignments show beside ids, each kind in one query.
@Component
class ConsignmentViews {
    private static final int MOST_CARRIERS = 200;

    private final Parties parties;
    private final Sites sites;
    private final Regions regions;
    private final Products products;

    ConsignmentViews(Parties parties, Sites sites, Regions regions, Products products) {
        this.parties = parties;
        this.sites = sites;
        this.regions = regions;
        this.products = products;
    }

    ConsignmentPage.Names names(Collection<Consignment> shown) {
        Set<PartyId> people = new HashSet<>();
        Set<SiteId> places = new HashSet<>();
        Set<RegionId> areas = new HashSet<>();
        Set<ProductId> goods = new HashSet<>();
        for (Consignment one : shown) {
            people.add(one.sender());
            places.add(one.from());
            one.toSite().ifPresent(places::add);
            areas.add(one.toRegion());
            areas.add(one.origin());
            goods.addAll(one.products());
        }
        return new ConsignmentPage.Names(
                parties.byIds(people),
                sites.byIds(places),
                regions.byIds(areas),
                goods.isEmpty() ? Map.of() : products.byIds(goods));
    }

    ConsignmentPage.Names names(Consignment one) {
        return names(List.of(one));
    }

    Map<String, String> carriers() {
        Map<String, String> choices = new LinkedHashMap<>();
        parties.organisations(PartyKind.CARRIER, new Paging(0, MOST_CARRIERS, ""))
                .rows()
                .forEach(carrier -> choices.put(carrier.id().toString(), carrier.name()));
        return choices;
    }

    String carrierName(PartyId carrier) {
        return parties.get(carrier).name();
    }
}
