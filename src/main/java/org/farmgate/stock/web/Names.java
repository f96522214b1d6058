package org.farmgate.stock.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.party.Parties;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.stock.Position;
import org.springframework.stereotype.Component;

/// The names that stock's pages show beside ids, each kind in one query.
@Component("stockNames")
class Names {
    private final Products products;
    private final Sites sites;
    private final Parties parties;
    private final Regions regions;

    Names(Products products, Sites sites, Parties parties, Regions regions) {
        this.products = products;
        this.sites = sites;
        this.parties = parties;
        this.regions = regions;
    }

    NameBook of(Collection<Position> positions) {
        return book(
                positions.stream().map(Position::product).collect(Collectors.toSet()),
                positions.stream().map(Position::site).collect(Collectors.toSet()),
                positions.stream().map(Position::owner).collect(Collectors.toSet()),
                positions.stream().map(Position::origin).collect(Collectors.toSet()));
    }

    NameBook book(
            Collection<ProductId> kinds,
            Collection<SiteId> places,
            Collection<PartyId> people,
            Collection<RegionId> where) {
        return new NameBook(
                products.byIds(kinds),
                products.grades(kinds),
                sites.byIds(places),
                parties.byIds(Set.copyOf(people)),
                regions.byIds(Set.copyOf(where)));
    }

    /// All products in use, by id, in the reader's language.
    Map<String, String> productChoices(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Product product : products.all()) choices.put(product.id().toString(), shell.pick(product.name()));
        return choices;
    }

    /// Where the actor's organisation keeps goods.
    Map<String, String> ownSites(Actor actor) {
        return choices(
                sites.ofOperator(actor.organisation(), new Paging(0, 200, "")).rows());
    }

    /// Those that the actor may know of and that are not closed: where goods may go.
    Map<String, String> knownSites(Actor actor) {
        Map<String, String> choices = ownSites(actor);
        sites.search(actor, new Paging(0, 200, ""), java.util.Optional.empty()).rows().stream()
                .filter(site -> !site.closed())
                .forEach(site -> choices.putIfAbsent(site.id().toString(), site.name()));
        return choices;
    }

    private static Map<String, String> choices(List<Site> rows) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Site site : rows) choices.put(site.id().toString(), site.name());
        return choices;
    }
}
