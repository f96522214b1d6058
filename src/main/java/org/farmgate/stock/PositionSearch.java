package org.farmgate.stock;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Slice;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Component;

/// Finds positions by what their products and sites are called, which other modules know.
@Component
class PositionSearch {
    private final PositionReadStore store;
    private final StockAccess access;
    private final Products products;
    private final Sites sites;

    PositionSearch(PositionReadStore store, StockAccess access, Products products, Sites sites) {
        this.store = store;
        this.access = access;
        this.products = products;
        this.sites = sites;
    }

    Slice<Position> search(Actor actor, PositionQuery query) {
        Sight sight = access.sight(actor);
        return store.search(sight, query, named(actor, query.paging().search()));
    }

    List<ProductTotal> totals(Actor actor, PositionQuery query) {
        Sight sight = access.sight(actor);
        return store.totals(sight, query, named(actor, query.paging().search()));
    }

    private Optional<PositionReadStore.Named> named(Actor actor, String text) {
        if (text.isEmpty()) return Optional.empty();
        String lower = text.toLowerCase(Locale.ROOT);
        Set<ProductId> found = products.all().stream()
                .filter(product -> words(product)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(lower)))
                .map(Product::id)
                .collect(Collectors.toCollection(HashSet::new));
        Set<SiteId> places = sites.search(actor, new Paging(0, 200, text), Optional.empty()).rows().stream()
                .map(Site::id)
                .collect(Collectors.toSet());
        return Optional.of(new PositionReadStore.Named(PositionReadStore.Named.lot(text), found, places));
    }

    private static Stream<String> words(Product product) {
        return Stream.of(
                product.name().english(),
                product.name().chinese(),
                product.name().uyghur(),
                product.code());
    }
}
