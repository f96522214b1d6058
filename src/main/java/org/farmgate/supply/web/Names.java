package org.farmgate.supply.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Division;
import org.farmgate.place.Divisions;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// The names that supply's pages show beside ids, each kind in one query.
@Component
class Names {
    private final Parties parties;
    private final Products products;
    private final Regions regions;
    private final Divisions divisions;

    Names(Parties parties, Products products, Regions regions, Divisions divisions) {
        this.parties = parties;
        this.products = products;
        this.regions = regions;
        this.divisions = divisions;
    }

    NameBook book(Collection<PartyId> growers, Collection<ProductId> kinds, Collection<RegionId> places) {
        return new NameBook(
                parties.byIds(Set.copyOf(growers)),
                products.byIds(Set.copyOf(kinds)),
                products.grades(Set.copyOf(kinds)),
                regions.byIds(Set.copyOf(places)));
    }

    /// All products in use, by id, in the reader's language.
    Map<String, String> productChoices(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Product product : products.all()) choices.put(product.id().toString(), shell.pick(product.name()));
        return choices;
    }

    /// The grades of a product, best first.
    Map<String, String> gradeChoices(Shell shell, ProductId product) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Grade grade : products.grades(product))
            choices.put(String.valueOf(grade.rank()), shell.pick(grade.name()));
        return choices;
    }

    /// The actor's county and what lies right in it; all counties where they have none.
    Map<String, String> placeChoices(Shell shell, Actor actor) {
        Optional<RegionId> county = parties.find(actor.organisation()).flatMap(Party::county);
        List<Region> offered = new java.util.ArrayList<>();
        county.flatMap(regions::find).ifPresent(offered::add);
        offered.addAll(county.map(regions::children).orElseGet(() -> regions.all(RegionKind.COUNTY)));
        Map<String, String> choices = new LinkedHashMap<>();
        for (Region region : offered) choices.put(region.id().toString(), shell.pick(region.name()));
        return choices;
    }

    /// The production corps' divisions; a farm may belong to one.
    Map<String, String> divisionChoices(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Division division : divisions.list()) choices.put(division.id().toString(), shell.pick(division.name()));
        return choices;
    }

    /// Whether the actor is a grower who writes down their own.
    boolean isGrower(Actor actor) {
        return parties.find(actor.organisation())
                .filter(party -> party.kind() == PartyKind.GROWER)
                .isPresent();
    }

    /// By the code that people write, among those within reach.
    Optional<PartyId> growerByCode(String code) {
        return Optional.ofNullable(parties.byCode(Set.of(code)).get(code)).map(Party::id);
    }

    /// Codes and names to choose from while typing.
    Map<String, String> growerChoices(Actor actor) {
        return parties
                .search(actor, new org.farmgate.platform.Paging(0, 200, ""), Optional.of(PartyKind.GROWER))
                .rows()
                .stream()
                .collect(Collectors.toMap(Party::code, Party::name, (one, _) -> one, LinkedHashMap::new));
    }

    Optional<Product> productByCode(String code) {
        return Optional.ofNullable(products.byCode(Set.of(code)).get(code));
    }

    Optional<Region> regionByCode(String code) {
        return Optional.ofNullable(regions.byCode(Set.of(code)).get(code));
    }
}
