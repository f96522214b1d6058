package org.farmgate.ledger.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.ledger.Posting;
import org.farmgate.party.Parties;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The names that these pages show beside ids, each kind in one query.
@Component
class LedgerNames {
    private final Parties parties;
    private final Regions regions;
    private final Products products;
    private final Map<String, DocumentPlace> places;

    LedgerNames(Parties parties, Regions regions, Products products, ObjectProvider<DocumentPlace> places) {
        this.parties = parties;
        this.regions = regions;
        this.products = products;
        this.places = places.stream().collect(Collectors.toMap(DocumentPlace::kind, Function.identity()));
    }

    LedgerBook book(Collection<PartyId> people, Collection<RegionId> where, Collection<ProductId> goods) {
        return new LedgerBook(
                parties.byIds(Set.copyOf(people)),
                regions.byIds(Set.copyOf(where)),
                products.byIds(Set.copyOf(goods)),
                places);
    }

    LedgerBook of(RegionId origin, Collection<AccountKey> accounts, Collection<Posting> postings) {
        Set<AccountKey> all = new HashSet<>(accounts);
        Set<ProductId> goods = new HashSet<>();
        for (Posting posting : postings) {
            all.add(posting.transfer().debit());
            all.add(posting.transfer().credit());
            posting.transfer().particulars().product().ifPresent(goods::add);
        }
        Set<PartyId> people = new HashSet<>();
        for (AccountKey account : all) {
            account.holder().ifPresent(people::add);
            account.counterparty().ifPresent(people::add);
        }
        return book(people, List.of(origin), goods);
    }
}
