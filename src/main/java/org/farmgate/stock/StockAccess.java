package org.farmgate.stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;

/// Who may see and keep what: an organisation the goods at its own sites and its own goods elsewhere; a county
/// centre sees the goods of its county and keeps those at sites in it.
@Component
class StockAccess {
    private final Reaches reaches;
    private final Sites sites;
    private final Regions regions;

    StockAccess(Reaches reaches, Sites sites, Regions regions) {
        this.reaches = reaches;
        this.sites = sites;
        this.regions = regions;
    }

    /// Refuses by [Denied].
    Sight sight(Actor actor) {
        if (!actor.may(Right.SEE_STOCK) && !actor.may(Right.KEEP_STOCK)) throw new Denied(Right.SEE_STOCK);
        return sightOf(actor);
    }

    private Sight sightOf(Actor actor) {
        Reach reach = reaches.of(actor);
        return new Sight(
                reach instanceof Reach.Everything,
                counties(reach),
                actor.organisation(),
                sites.operatedBy(actor.organisation()));
    }

    /// The sites at which the actor may keep goods. Refuses by [Denied]; by [NotFound] for one that is not there or
    /// not the actor's to keep.
    Map<SiteId, Site> keeping(Actor actor, Collection<SiteId> wanted) {
        actor.require(Right.KEEP_STOCK);
        return within(actor, wanted);
    }

    /// As [#keeping]; whoever weighs at the farm gate brings in what was weighed.
    Map<SiteId, Site> bringingIn(Actor actor, Collection<SiteId> wanted) {
        if (!actor.may(Right.WEIGH)) actor.require(Right.KEEP_STOCK);
        return within(actor, wanted);
    }

    Site keeping(Actor actor, SiteId wanted) {
        return keeping(actor, Set.of(wanted)).values().iterator().next();
    }

    boolean keeps(Actor actor, SiteId site) {
        try {
            return actor.may(Right.KEEP_STOCK) && within(actor, Set.of(site)).containsKey(site);
        } catch (NotFound _) {
            return false;
        }
    }

    /// Who judges a lot at all places: its county's centre, and whoever has goods of it.
    boolean judges(Actor actor, Lot lot, Collection<Position> places) {
        actor.require(Right.KEEP_STOCK);
        return oversees(actor, lot)
                || places.stream()
                        .anyMatch(place ->
                                actor.actsFor(place.owner()) && !place.onHand().isZero());
    }

    /// The lot's county's centre, and the operator.
    boolean oversees(Actor actor, Lot lot) {
        return actor.everywhere() || counties(reaches.of(actor)).contains(lot.origin());
    }

    private Map<SiteId, Site> within(Actor actor, Collection<SiteId> wanted) {
        Map<SiteId, Site> known = sites.byIds(wanted);
        Set<RegionId> counties = counties(reaches.of(actor));
        Map<RegionId, RegionId> countyOf = counties.isEmpty()
                ? Map.of()
                : regions.countiesOf(known.values().stream().map(Site::region).collect(Collectors.toSet()));
        Map<SiteId, Site> kept = new HashMap<>();
        for (SiteId id : wanted) {
            Site site = Optional.ofNullable(known.get(id)).orElseThrow(() -> new NotFound("site", id));
            RegionId county = countyOf.get(site.region());
            if (!actor.everywhere()
                    && !actor.actsFor(site.operator())
                    && (county == null || !counties.contains(county))) throw new NotFound("site", id);
            kept.put(id, site);
        }
        return kept;
    }

    private static Set<RegionId> counties(Reach reach) {
        return switch (reach) {
            case Reach.Everything _ -> Set.of();
            case Reach.Regions(Set<RegionId> counties) -> counties;
            case Reach.Parties _ -> Set.of();
        };
    }
}
