package org.farmgate.place;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tree of regions. Anybody may read it; it is kept by whoever has MANAGE_PLACES.
@Service
@Transactional
public class Regions {
    private final RegionStore store;
    private final Clock clock;

    Regions(RegionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Refuses by [PlaceRule#REGION_CODE_TAKEN], [PlaceRule#REGION_PARENT_NOT_WIDER], [PlaceRule#PLACE_ID_USED]. The
    /// same region twice is one.
    public Region register(Actor actor, Region region) {
        registerAll(actor, List.of(region));
        return region;
    }

    /// As [#register] for many at once, in any order; parents may be among them. All or none.
    public void registerAll(Actor actor, List<Region> regions) {
        actor.require(Right.MANAGE_PLACES);
        var known = new HashMap<>(byIds(parentsOf(regions)));
        regions.forEach(region -> known.putIfAbsent(region.id(), region));
        regions.forEach(region -> checkParent(region, known));
        if (store.insert(regions, actor, clock.instant()) == regions.size()) return;
        Map<RegionId, Region> there = byIds(regions.stream().map(Region::id).toList());
        for (Region region : regions) {
            Region stored = there.get(region.id());
            if (stored == null) throw new RuleBroken(PlaceRule.REGION_CODE_TAKEN, region.code());
            if (!stored.equals(region)) throw new RuleBroken(PlaceRule.PLACE_ID_USED);
        }
    }

    /// Changes what is known of a region, its place in the tree included. Refuses as [#register] does, and by
    /// [PlaceRule#REGION_CHILDREN_NOT_NARROWER].
    public Region amend(Actor actor, Region region) {
        actor.require(Right.MANAGE_PLACES);
        get(region.id());
        checkParent(region, byIds(parentsOf(List.of(region))));
        for (Region child : store.children(region.id()))
            if (!region.kind().isWiderThan(child.kind()))
                throw new RuleBroken(PlaceRule.REGION_CHILDREN_NOT_NARROWER, child.code());
        if (!store.update(region, actor, clock.instant()))
            throw new RuleBroken(PlaceRule.REGION_CODE_TAKEN, region.code());
        return region;
    }

    private static List<RegionId> parentsOf(List<Region> regions) {
        return regions.stream().flatMap(region -> region.parent().stream()).toList();
    }

    private static void checkParent(Region region, Map<RegionId, Region> known) {
        region.parent().ifPresent(id -> {
            Region parent = Optional.ofNullable(known.get(id)).orElseThrow(() -> new NotFound("region", id));
            if (!parent.kind().isWiderThan(region.kind()))
                throw new RuleBroken(PlaceRule.REGION_PARENT_NOT_WIDER, region.code(), parent.code());
        });
    }

    @Transactional(readOnly = true)
    public Region get(RegionId id) {
        return find(id).orElseThrow(() -> new NotFound("region", id));
    }

    @Transactional(readOnly = true)
    public Optional<Region> find(RegionId id) {
        return store.byIds(List.of(id)).stream().findFirst();
    }

    /// Those that exist, in one query.
    @Transactional(readOnly = true)
    public Map<RegionId, Region> byIds(Collection<RegionId> ids) {
        return ids.isEmpty() ? Map.of() : keyed(store.byIds(Set.copyOf(ids)), Region::id);
    }

    /// Those that exist, in one query: how files name regions.
    @Transactional(readOnly = true)
    public Map<String, Region> byCode(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : keyed(store.byCodes(Set.copyOf(codes)), Region::code);
    }

    /// The regions right below, by kind and code.
    @Transactional(readOnly = true)
    public List<Region> children(RegionId id) {
        return store.children(id);
    }

    /// From the root down to the region itself.
    @Transactional(readOnly = true)
    public List<Region> path(RegionId id) {
        List<Region> path = store.withAncestors(List.of(id));
        if (path.isEmpty()) throw new NotFound("region", id);
        return path;
    }

    /// These and all above them, in one query: what sums up the tree and names with their province are made from.
    @Transactional(readOnly = true)
    public Map<RegionId, Region> withAncestors(Collection<RegionId> ids) {
        return ids.isEmpty() ? Map.of() : keyed(store.withAncestors(Set.copyOf(ids)), Region::id);
    }

    /// The counties at or below the region: the origins that it reaches. A city in which no county is registered
    /// counts as one itself. A region narrower than a county reaches none.
    @Transactional(readOnly = true)
    public Set<RegionId> countiesWithin(RegionId id) {
        List<Region> below = store.withDescendants(id);
        Set<RegionId> divided = below.stream()
                .filter(region -> region.kind() == RegionKind.COUNTY || region.kind() == RegionKind.CITY)
                .flatMap(region -> region.parent().stream())
                .collect(Collectors.toSet());
        return below.stream()
                .filter(region -> region.kind() == RegionKind.COUNTY
                        || region.kind() == RegionKind.CITY && !divided.contains(region.id()))
                .map(Region::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The county that a region lies in, or the region itself; where there is none, its city. Refuses by
    /// [PlaceRule#REGION_WITHOUT_COUNTY].
    @Transactional(readOnly = true)
    public RegionId countyOf(RegionId id) {
        return Optional.ofNullable(countiesOf(List.of(id)).get(id)).orElseThrow(() -> {
            Region region = get(id);
            return new RuleBroken(PlaceRule.REGION_WITHOUT_COUNTY, region.code());
        });
    }

    /// As [#countyOf] for many in one query; those that lie in no county are left out.
    @Transactional(readOnly = true)
    public Map<RegionId, RegionId> countiesOf(Collection<RegionId> ids) {
        return nearestAbove(ids, List.of(RegionKind.COUNTY, RegionKind.CITY));
    }

    /// The city that each region lies in (or its prefecture where there is none): where a truck for it goes. One
    /// query; those that lie in neither are left out.
    @Transactional(readOnly = true)
    public Map<RegionId, RegionId> citiesOf(Collection<RegionId> ids) {
        return nearestAbove(ids, List.of(RegionKind.CITY, RegionKind.PREFECTURE));
    }

    private Map<RegionId, RegionId> nearestAbove(Collection<RegionId> ids, List<RegionKind> wanted) {
        Map<RegionId, Region> tree = withAncestors(ids);
        Map<RegionId, RegionId> found = new HashMap<>();
        for (RegionId id : ids) {
            for (RegionKind kind : wanted) {
                for (Region at = tree.get(id);
                        at != null;
                        at = at.parent().map(tree::get).orElse(null))
                    if (at.kind() == kind) found.putIfAbsent(id, at.id());
            }
        }
        return found;
    }

    @Transactional(readOnly = true)
    public Slice<Region> search(Paging paging, Optional<RegionKind> kind) {
        return Slice.of(store.search(paging, kind), paging, store.count(paging, kind));
    }

    /// All of these kinds, the widest first; all there are where none is named.
    @Transactional(readOnly = true)
    public List<Region> all(RegionKind... kinds) {
        RegionKind[] wanted = kinds.length == 0 ? RegionKind.values() : kinds;
        return store.ofKinds(java.util.Arrays.stream(wanted).map(Enum::name).toList());
    }

    /// Sums rows up the tree; see [TotalsByRegion].
    @Transactional(readOnly = true)
    public TotalsByRegion totals(Collection<TotalsByRegion.Row> rows) {
        return TotalsByRegion.of(
                rows,
                withAncestors(rows.stream().map(TotalsByRegion.Row::region).toList()));
    }

    private static <K> Map<K, Region> keyed(List<Region> regions, Function<Region, K> key) {
        return regions.stream().collect(Collectors.toMap(key, region -> region, (a, _) -> a, LinkedHashMap::new));
    }
}
