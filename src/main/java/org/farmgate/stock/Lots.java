package org.farmgate.stock;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lot register: the one way into it. Lots are added and read, never changed or removed. Who may register
/// one is decided by the module that harvests or makes it.
@Service
@Transactional
public class Lots {
    private final LotStore store;

    Lots(LotStore store) {
        this.store = store;
    }

    /// Registering the same lot again changes nothing. Refuses as [#registerAll] does.
    public void register(Lot lot) {
        registerAll(List.of(lot));
    }

    /// All or none, in a few statements; a lot may name another of the same call as its parent.
    ///
    /// Refuses by LOT_PARENT_UNKNOWN, LOT_ORIGIN_NOT_IN_PARENT, LOT_MADE_BEFORE_PARENT, and by
    /// LOT_ALREADY_REGISTERED when an id is taken by a lot that differs.
    public void registerAll(Collection<Lot> lots) {
        if (lots.isEmpty()) return;
        Map<LotId, Lot> known = new java.util.HashMap<>(store.byIds(mentioned(lots)));
        List<Lot> fresh = new java.util.ArrayList<>();
        for (Lot lot : lots) {
            Lot there = known.putIfAbsent(lot.id(), lot);
            if (there == null) fresh.add(lot);
            else refuseOther(lot, there);
        }
        for (Lot lot : fresh) checkParents(lot, known);
        store.insert(fresh);
        // Two at once may have tried the same id; what is stored now decides.
        Map<LotId, Lot> stored = store.byIds(fresh.stream().map(Lot::id).toList());
        for (Lot lot : fresh) refuseOther(lot, java.util.Objects.requireNonNull(stored.get(lot.id())));
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public Lot get(LotId id) {
        return find(id).orElseThrow(() -> new NotFound("lot", id));
    }

    @Transactional(readOnly = true)
    public Optional<Lot> find(LotId id) {
        return Optional.ofNullable(store.byIds(List.of(id)).get(id));
    }

    /// Those of them that are registered.
    @Transactional(readOnly = true)
    public Map<LotId, Lot> byIds(Collection<LotId> ids) {
        return store.byIds(ids);
    }

    private static Set<LotId> mentioned(Collection<Lot> lots) {
        Set<LotId> ids = new HashSet<>();
        for (Lot lot : lots) {
            ids.add(lot.id());
            ids.addAll(lot.parents());
        }
        return ids;
    }

    private static void refuseOther(Lot lot, Lot there) {
        if (!lot.equals(there)) throw new RuleBroken(StockRule.LOT_ALREADY_REGISTERED, lot.id());
    }

    private static void checkParents(Lot lot, Map<LotId, Lot> known) {
        for (Component part : lot.composition()) {
            if (part.parent().isEmpty()) continue;
            LotId id = part.parent().get();
            Lot parent = known.get(id);
            if (parent == null || id.equals(lot.id())) throw new RuleBroken(StockRule.LOT_PARENT_UNKNOWN, id);
            if (!parent.origins().contains(part.origin())) throw new RuleBroken(StockRule.LOT_ORIGIN_NOT_IN_PARENT, id);
            if (lot.madeOn().isBefore(parent.madeOn()))
                throw new RuleBroken(StockRule.LOT_MADE_BEFORE_PARENT, parent.madeOn());
        }
    }
}
