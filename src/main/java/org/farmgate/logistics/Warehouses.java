package org.farmgate.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.TariffChange.Subject;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The warehouses near the market. Kept by whoever has SET_TARIFFS; each change is remembered with who and when.
@Service
@Transactional
public class Warehouses {
    private final WarehouseStore store;
    private final ChangeStore changes;
    private final Sites sites;
    private final Clock clock;

    Warehouses(WarehouseStore store, ChangeStore changes, Sites sites, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.sites = sites;
        this.clock = clock;
    }

    /// Says what storing costs at a site, for the first time or anew; the same twice changes nothing. Refuses by
    /// [LogisticsRule#WAREHOUSE_NEEDS_WAREHOUSE_SITE] and [LogisticsRule#WAREHOUSE_SITE_CLOSED].
    public NearMarketWarehouse put(Actor actor, NearMarketWarehouse warehouse) {
        actor.require(Right.SET_TARIFFS);
        Site site = sites.get(warehouse.site());
        if (site.kind() != SiteKind.WAREHOUSE && site.kind() != SiteKind.SORTING_CENTRE)
            throw new RuleBroken(LogisticsRule.WAREHOUSE_NEEDS_WAREHOUSE_SITE, site.name());
        if (site.closed()) throw new RuleBroken(LogisticsRule.WAREHOUSE_SITE_CLOSED, site.name());
        changes.queueUp();
        if (!store.find(warehouse.site()).equals(Optional.of(warehouse)))
            store.put(warehouse, false, version(actor, warehouse.site()));
        return warehouse;
    }

    /// No longer planned with; plans made before keep it.
    public void withdraw(Actor actor, SiteId site) {
        actor.require(Right.SET_TARIFFS);
        changes.queueUp();
        store.put(get(site), true, version(actor, site));
    }

    private long version(Actor actor, SiteId site) {
        return changes.add(Subject.WAREHOUSE, site.value(), actor, clock.instant());
    }

    @Transactional(readOnly = true)
    public NearMarketWarehouse get(SiteId site) {
        return find(site).orElseThrow(() -> new NotFound("warehouse", site));
    }

    @Transactional(readOnly = true)
    public Optional<NearMarketWarehouse> find(SiteId site) {
        return store.find(site);
    }

    /// As it was then; empty where it was not in use.
    @Transactional(readOnly = true)
    public Optional<NearMarketWarehouse> at(SiteId site, Instant then) {
        return store.at(site, then);
    }

    /// All in use.
    @Transactional(readOnly = true)
    public List<NearMarketWarehouse> list() {
        return store.at(Long.MAX_VALUE);
    }
}
