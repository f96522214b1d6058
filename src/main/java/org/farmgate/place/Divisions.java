package org.farmgate.place;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

/// Organisations across regions. Anybody may read them; they are kept by whoever has MANAGE_PLACES.
@Service
@Transactional
public class Divisions {
    private final DivisionStore store;
    private final Regions regions;
    private final Clock clock;

    Divisions(DivisionStore store, Regions regions, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.clock = clock;
    }

    /// Refuses by [PlaceRule#DIVISION_CODE_TAKEN] and [PlaceRule#PLACE_ID_USED]. The same division twice is one.
    public Division register(Actor actor, Division division) {
        actor.require(Right.MANAGE_PLACES);
        checkRegions(division);
        if (store.insert(division, actor, clock.instant())) return division;
        Division stored = store.byIds(List.of(division.id())).stream()
                .findFirst()
                .orElseThrow(() -> new RuleBroken(PlaceRule.DIVISION_CODE_TAKEN, division.code()));
        if (!stored.equals(division)) throw new RuleBroken(PlaceRule.PLACE_ID_USED);
        return stored;
    }

    /// Refuses by [PlaceRule#DIVISION_CODE_TAKEN].
    public Division amend(Actor actor, Division division) {
        actor.require(Right.MANAGE_PLACES);
        get(division.id());
        checkRegions(division);
        if (!store.update(division, actor, clock.instant()))
            throw new RuleBroken(PlaceRule.DIVISION_CODE_TAKEN, division.code());
        return division;
    }

    private void checkRegions(Division division) {
        Set<RegionId> known = regions.byIds(division.regions()).keySet();
        for (RegionId region : division.regions()) if (!known.contains(region)) throw new NotFound("region", region);
    }

    @Transactional(readOnly = true)
    public Division get(DivisionId id) {
        return store.byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("division", id));
    }

    @Transactional(readOnly = true)
    public List<Division> list() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Map<DivisionId, Division> byIds(Collection<DivisionId> ids) {
        if (ids.isEmpty()) return Map.of();
        return store.byIds(Set.copyOf(ids)).stream().collect(Collectors.toMap(Division::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Map<String, Division> byCode(Collection<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return store.byCodes(Set.copyOf(codes)).stream().collect(Collectors.toMap(Division::code, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Slice<Division> search(Paging paging) {
        return Slice.of(store.search(paging), paging, store.count(paging));
    }
}
