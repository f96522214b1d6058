package org.farmgate.logistics.storage;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.logistics.Warehouses;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.product.Products;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which stores get which products from whom. Whoever runs a store says so, for any supplier; a
/// supplier says so for its own stores, and from then on changes what a store has asked it for.
@Service
@Transactional
public class StoreLines {
    private static final Set<SiteKind> STORES =
            Set.of(SiteKind.STORE, SiteKind.SHIP_TO, SiteKind.MARKET, SiteKind.STATION);

    private final StoreLineStore store;
    private final Sites sites;
    private final Products products;
    private final Warehouses warehouses;
    private final Clock clock;

    StoreLines(StoreLineStore store, Sites sites, Products products, Warehouses warehouses, Clock clock) {
        this.store = store;
        this.sites = sites;
        this.products = products;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    /// For the first time or anew; the same again changes nothing. Needs KEEP_STOCK or POST_DEMAND.
    /// Refuses by [NotFound], NOT_A_STORE, STORE_LINE_TAKEN.
    public StoreLine put(Actor actor, StoreLine line) {
        require(actor);
        Site site = sites.get(line.store());
        Optional<StoreLine> there = store.find(line.id());
        boolean runs = StorageAccess.runs(actor, site);
        boolean asked = there.isPresent() && actor.actsFor(line.owner());
        if (!runs && !asked) throw new NotFound("site", line.store());
        if (!STORES.contains(site.kind())) throw new RuleBroken(StorageRule.NOT_A_STORE, site.name());
        products.get(line.product());
        warehouses.get(line.warehouse());
        if (there.equals(Optional.of(line))) return line;
        if (!store.put(line, actor.personName(), clock.instant())) throw new RuleBroken(StorageRule.STORE_LINE_TAKEN);
        return line;
    }

    /// No longer proposed for. The store or the supplier. Refuses by [NotFound].
    public StoreLine end(Actor actor, StoreLineId id) {
        return change(actor, id, true);
    }

    public StoreLine resume(Actor actor, StoreLineId id) {
        return change(actor, id, false);
    }

    private StoreLine change(Actor actor, StoreLineId id, boolean ended) {
        StoreLine line = see(actor, id).asEnded(ended);
        if (!store.put(line, actor.personName(), clock.instant())) throw new RuleBroken(StorageRule.STORE_LINE_TAKEN);
        return line;
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public StoreLine see(Actor actor, StoreLineId id) {
        require(actor);
        StoreLine line = store.find(id).orElseThrow(() -> new NotFound("store-line", id));
        if (!actor.actsFor(line.owner()) && !StorageAccess.runs(actor, sites.get(line.store())))
            throw new NotFound("store-line", id);
        return line;
    }

    /// What the actor supplies, or its stores get.
    @Transactional(readOnly = true)
    public Slice<StoreLine> search(Actor actor, Paging paging) {
        require(actor);
        Optional<PartyId> owner = actor.everywhere() ? Optional.empty() : Optional.of(actor.organisation());
        return store.search(owner, sites.operatedBy(actor.organisation()), paging);
    }

    /// What a store gets, from whomever. For forms; who may tell its sales is asked by
    /// [SellThroughs#reach].
    @Transactional(readOnly = true)
    public List<StoreLine> ofStore(SiteId site) {
        return store.ofStore(site);
    }

    /// The stores that the actor runs and those that it supplies, closed ones left out.
    @Transactional(readOnly = true)
    public List<Site> stores(Actor actor) {
        Set<SiteId> ids = new LinkedHashSet<>(store.storesOf(actor.organisation()));
        ids.addAll(sites.operatedBy(actor.organisation()));
        return sites.byIds(ids).values().stream()
                .filter(site -> !site.closed() && STORES.contains(site.kind()))
                .sorted(java.util.Comparator.comparing(Site::name))
                .toList();
    }

    static boolean sells(Site site) {
        return STORES.contains(site.kind());
    }

    /// The line of the same store, product and supplier.
    Optional<StoreLine> same(StoreLine line) {
        return store.same(line);
    }

    private static void require(Actor actor) {
        if (!actor.may(Right.KEEP_STOCK) && !actor.may(Right.POST_DEMAND)) throw new Denied(Right.KEEP_STOCK);
    }
}
