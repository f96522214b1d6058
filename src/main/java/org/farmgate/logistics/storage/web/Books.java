package org.farmgate.logistics.storage.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.party.Parties;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.springframework.stereotype.Component;

/// The names that these pages show beside ids, each kind in one query.
@Component("storageBooks")
class Books {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final Products products;
    private final Sites sites;
    private final Parties parties;
    private final Lots lots;

    Books(Products products, Sites sites, Parties parties, Lots lots) {
        this.products = products;
        this.sites = sites;
        this.parties = parties;
        this.lots = lots;
    }

    Book of(
            Collection<ProductId> goods,
            Collection<SiteId> places,
            Collection<PartyId> owners,
            Collection<LotId> some) {
        Map<LotId, Lot> known = some.isEmpty() ? Map.of() : lots.byIds(Set.copyOf(some));
        Set<ProductId> wanted = Stream.concat(
                        goods.stream(), known.values().stream().map(Lot::product))
                .collect(Collectors.toSet());
        return new Book(
                products.byIds(wanted),
                sites.byIds(Set.copyOf(places)),
                owners.isEmpty() ? Map.of() : parties.byIds(Set.copyOf(owners)),
                known);
    }

    /// All in use, by id, in the reader's language.
    Map<String, String> productChoices(Shell shell) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Product product : products.all()) choices.put(product.id().toString(), shell.pick(product.name()));
        return choices;
    }

    static Map<String, String> choices(Collection<Site> places) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Site site : places) choices.put(site.id().toString(), site.name());
        return choices;
    }

    /// When it happened, as JSON says it; `otherwise`, which is now, where it says nothing.
    static Instant at(Fields fields, Instant otherwise) {
        if (fields.isEmpty("at")) return otherwise;
        return fields.read("at", text -> {
            try {
                Instant at = OffsetDateTime.parse(text).toInstant();
                if (at.isBefore(FIRST) || at.isAfter(otherwise.plus(CLOCKS_DIFFER)))
                    throw new InputBroken("at", "no-such-date", text);
                return at;
            } catch (DateTimeParseException _) {
                throw new InputBroken("at", "no-such-date", text);
            }
        });
    }

    /// What a program sent, as texts.
    static Fields fields(Map<?, ?> body) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (value != null) texts.put(String.valueOf(name), value.toString());
        });
        return new Fields(texts);
    }
}
