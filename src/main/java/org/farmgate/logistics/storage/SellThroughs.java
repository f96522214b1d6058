package org.farmgate.logistics.storage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What stores sold, day by day, as they or whoever supplies them report it. Said again, the last word
/// counts.
@Service
@Transactional
public class SellThroughs {
    public static final int MOST_ROWS = 200_000;

    private final SellThroughStore store;
    private final StoreLineStore lines;
    private final Sites sites;
    private final Products products;
    private final Clock clock;

    SellThroughs(SellThroughStore store, StoreLineStore lines, Sites sites, Products products, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.sites = sites;
        this.products = products;
        this.clock = clock;
    }

    /// All or none. Needs KEEP_STOCK, POST_DEMAND or SELL, for whoever runs the stores or supplies
    /// them with these products. Refuses by [NotFound] for others' stores and unknown products or those
    /// that others supply, and by the input error `out-of-range` for the day.
    ///
    /// @return how many said something new
    public int record(Actor actor, Collection<SellThrough> rows, SellThrough.Source source) {
        require(actor);
        if (rows.isEmpty()) return 0;
        Set<SiteId> stores = rows.stream().map(SellThrough::store).collect(Collectors.toSet());
        SalesReach reach = reach(actor, stores);
        for (SiteId site : stores) if (!reach.knows(site)) throw new NotFound("site", site);
        Set<ProductId> wanted = rows.stream().map(SellThrough::product).collect(Collectors.toSet());
        Set<ProductId> known = products.byIds(wanted).keySet();
        for (ProductId product : wanted) if (!known.contains(product)) throw new NotFound("product", product);
        for (SellThrough row : rows)
            if (!reach.covers(row.store(), row.product())) throw new NotFound("product", row.product());
        for (SellThrough row : rows)
            if (!isOpen(row.day())) throw new InputBroken("day", "out-of-range", firstDay(), LocalDate.now(clock));
        Map<List<Object>, SellThrough> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(List.of(row.store(), row.product(), row.day()), row));
        return store.put(last.values(), source, actor.organisation(), clock.instant());
    }

    /// Whether sales of that day may still be told.
    public boolean isOpen(LocalDate day) {
        return !day.isAfter(LocalDate.now(clock)) && !day.isBefore(firstDay());
    }

    public LocalDate firstDay() {
        return LocalDate.now(clock).minusDays(SellThrough.LONGEST_AGO_DAYS);
    }

    /// What of the sales of these stores the actor may tell and see.
    @Transactional(readOnly = true)
    public SalesReach reach(Actor actor, Collection<SiteId> stores) {
        Map<SiteId, Site> known = sites.byIds(stores);
        Set<SiteId> run = known.values().stream()
                .filter(site -> StorageAccess.runs(actor, site))
                .map(Site::id)
                .collect(Collectors.toSet());
        return new SalesReach(run, lines.supplied(actor.organisation(), known.keySet()));
    }

    /// The latest day first, at most 5,000: of a store that one supplies only what one supplies. Refuses by
    /// [NotFound].
    @Transactional(readOnly = true)
    public List<SellThrough> of(
            Actor actor, SiteId site, Optional<ProductId> product, LocalDate first, LocalDate last) {
        require(actor);
        SalesReach reach = reach(actor, Set.of(site));
        if (!reach.knows(site)) throw new NotFound("site", site);
        if (product.isPresent() && !reach.covers(site, product.get())) throw new NotFound("product", product.get());
        Optional<Set<ProductId>> only = product.map(Set::of);
        if (only.isEmpty() && !reach.run().contains(site))
            only = Optional.ofNullable(reach.supplied().get(site));
        return store.of(site, only, first, last);
    }

    private static void require(Actor actor) {
        if (!actor.may(Right.KEEP_STOCK) && !actor.may(Right.POST_DEMAND) && !actor.may(Right.SELL))
            throw new Denied(Right.KEEP_STOCK);
    }
}
