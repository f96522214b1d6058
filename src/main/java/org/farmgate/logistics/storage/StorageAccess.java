package org.farmgate.logistics.storage;

import java.util.Optional;
import org.farmgate.logistics.NearMarketWarehouse;
import org.farmgate.logistics.Warehouses;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;

/// Who may see and do what in a warehouse: whoever runs it keeps all that lies there; an owner sees
/// their own goods, and may send them away.
@Component
class StorageAccess {
    private final Sites sites;
    private final Warehouses warehouses;

    StorageAccess(Sites sites, Warehouses warehouses) {
        this.sites = sites;
        this.warehouses = warehouses;
    }

    /// Refuses by [Denied]; by [NotFound] for a site that is no warehouse, or another's.
    Site keeping(Actor actor, SiteId site) {
        actor.require(Right.KEEP_STOCK);
        Site found = warehouseSite(site);
        if (!runs(actor, found)) throw new NotFound("warehouse", site);
        return found;
    }

    boolean keeps(Actor actor, Site site) {
        return actor.may(Right.KEEP_STOCK) && runs(actor, site);
    }

    static boolean runs(Actor actor, Site site) {
        return actor.everywhere() || actor.actsFor(site.operator());
    }

    /// Whoever runs the warehouse, or owns goods there and may send them. Refuses as [#keeping] does.
    Site sending(Actor actor, SiteId site, PartyId owner) {
        actor.require(Right.KEEP_STOCK);
        Site found = warehouseSite(site);
        if (!runs(actor, found) && !actor.actsFor(owner)) throw new NotFound("warehouse", site);
        return found;
    }

    /// Whose goods the actor sees at the site: everybody's for who runs it, else their own.
    Optional<PartyId> only(Actor actor, SiteId site) {
        if (!actor.may(Right.SEE_STOCK) && !actor.may(Right.KEEP_STOCK)) throw new Denied(Right.SEE_STOCK);
        return runs(actor, warehouseSite(site)) ? Optional.empty() : Optional.of(actor.organisation());
    }

    /// Refuses by [NotFound] for a site that is not used as a warehouse near the market.
    NearMarketWarehouse terms(SiteId site) {
        return warehouses.get(site);
    }

    private Site warehouseSite(SiteId site) {
        warehouses.get(site);
        return sites.get(site);
    }
}
