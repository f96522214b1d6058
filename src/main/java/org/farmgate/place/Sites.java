package org.farmgate.place;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.place.SiteStore.SiteQuery;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sites. Whoever has MANAGE_PLACES keeps all of them, whoever has MANAGE_OWN_SITES those that their
/// organisation runs.
@Service
@Transactional
public class Sites {
    private final SiteStore store;
    private final Regions regions;
    private final Clock clock;

    Sites(SiteStore store, Regions regions, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.clock = clock;
    }

    /// Refuses by [PlaceRule#SITE_GLN_TAKEN] and [PlaceRule#PLACE_ID_USED]. The same site twice is one.
    public Site register(Actor actor, Site site) {
        registerAll(actor, List.of(site));
        return site;
    }

    /// As [#register] for many at once. All or none.
    public void registerAll(Actor actor, List<Site> sites) {
        sites.forEach(site -> requireKeeping(actor, site.operator()));
        Set<RegionId> wanted = sites.stream().map(Site::region).collect(Collectors.toSet());
        Set<RegionId> known = regions.byIds(wanted).keySet();
        for (RegionId region : wanted) if (!known.contains(region)) throw new NotFound("region", region);
        if (store.insert(sites, actor, clock.instant()) == sites.size()) return;
        Map<SiteId, Site> there = byIds(sites.stream().map(Site::id).toList());
        for (Site site : sites) {
            Site stored = there.get(site.id());
            if (stored == null) throw glnTaken(site);
            if (!stored.equals(site)) throw new RuleBroken(PlaceRule.PLACE_ID_USED);
        }
    }

    /// Changes what is known of a site. Handing it to another operator needs MANAGE_PLACES. Refuses by
    /// [PlaceRule#SITE_GLN_TAKEN].
    public Site amend(Actor actor, Site site) {
        requireKeeping(actor, see(actor, site.id()).operator());
        requireKeeping(actor, site.operator());
        regions.get(site.region());
        if (!store.update(site, actor, clock.instant())) throw glnTaken(site);
        return site;
    }

    /// For imports, which have looked that the rows exist, that the actor keeps them and that no GLN is taken.
    void replaceAll(Actor actor, List<Site> sites) {
        store.replace(sites, actor, clock.instant());
    }

    /// A closed site is no longer offered in forms; papers still name it.
    public Site close(Actor actor, SiteId id) {
        return amend(actor, see(actor, id).asClosed(true));
    }

    public Site reopen(Actor actor, SiteId id) {
        return amend(actor, see(actor, id).asClosed(false));
    }

    private static RuleBroken glnTaken(Site site) {
        return new RuleBroken(
                PlaceRule.SITE_GLN_TAKEN, site.gln().map(Gln::digits).orElse(""));
    }

    /// Whether the actor keeps the sites of that operator.
    public boolean mayKeep(Actor actor, PartyId operator) {
        return actor.may(Right.MANAGE_PLACES) || actor.may(Right.MANAGE_OWN_SITES) && actor.actsFor(operator);
    }

    private void requireKeeping(Actor actor, PartyId operator) {
        if (mayKeep(actor, operator)) return;
        throw new Denied(actor.actsFor(operator) ? Right.MANAGE_OWN_SITES : Right.MANAGE_PLACES);
    }

    @Transactional(readOnly = true)
    public Site get(SiteId id) {
        return store.byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("site", id));
    }

    /// As [#get], but another company's own site is not found.
    @Transactional(readOnly = true)
    public Site see(Actor actor, SiteId id) {
        Site site = get(id);
        boolean seen = site.kind().isShared()
                || visibleTo(actor).map(site.operator()::equals).orElse(true);
        if (!seen) throw new NotFound("site", id);
        return site;
    }

    @Transactional(readOnly = true)
    public Map<SiteId, Site> byIds(Collection<SiteId> ids) {
        if (ids.isEmpty()) return Map.of();
        return store.byIds(Set.copyOf(ids)).stream().collect(Collectors.toMap(Site::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Optional<Site> byGln(Gln gln) {
        return store.byGlns(List.of(gln)).stream().findFirst();
    }

    /// How files name sites: in one query, those that exist.
    @Transactional(readOnly = true)
    public Map<Gln, Site> byGln(Collection<Gln> glns) {
        if (glns.isEmpty()) return Map.of();
        return store.byGlns(Set.copyOf(glns)).stream()
                .collect(Collectors.toMap(site -> site.gln().orElseThrow(), Function.identity()));
    }

    /// What the organisation runs and has not closed, by name.
    @Transactional(readOnly = true)
    public Slice<Site> ofOperator(PartyId operator, Paging paging) {
        return slice(new SiteQuery(Optional.empty(), Optional.of(operator), Optional.empty(), false), paging);
    }

    /// All that the organisation runs, closed ones too.
    @Transactional(readOnly = true)
    public Set<SiteId> operatedBy(PartyId operator) {
        return store.idsOf(operator);
    }

    /// By name, closed ones too. Planners and keepers of places see all; others their own and the shared kinds.
    @Transactional(readOnly = true)
    public Slice<Site> search(Actor actor, Paging paging, Optional<SiteKind> kind) {
        return slice(new SiteQuery(kind, Optional.empty(), visibleTo(actor), true), paging);
    }

    private Slice<Site> slice(SiteQuery query, Paging paging) {
        return Slice.of(store.search(query, paging), paging, store.count(query, paging));
    }

    private static Optional<PartyId> visibleTo(Actor actor) {
        boolean all = actor.may(Right.MANAGE_PLACES) || actor.may(Right.PLAN_SEASON) || actor.may(Right.SET_TARIFFS);
        return all ? Optional.empty() : Optional.of(actor.organisation());
    }
}
