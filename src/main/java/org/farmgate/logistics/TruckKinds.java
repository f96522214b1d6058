package org.farmgate.logistics;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.TariffChange.Subject;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The kinds of truck. Kept by whoever has SET_TARIFFS; each change is remembered with who and when.
@Service
@Transactional
public class TruckKinds {
    private final TruckKindStore store;
    private final ChangeStore changes;
    private final Clock clock;

    TruckKinds(TruckKindStore store, ChangeStore changes, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /// Refuses by [LogisticsRule#TRUCK_KIND_ID_USED]. The same kind twice is one.
    public TruckKind register(Actor actor, TruckKind kind) {
        actor.require(Right.SET_TARIFFS);
        changes.queueUp();
        Optional<TruckKind> there = store.find(kind.id());
        if (there.isPresent()) {
            if (!there.get().equals(kind)) throw new RuleBroken(LogisticsRule.TRUCK_KIND_ID_USED);
            return kind;
        }
        return put(actor, kind);
    }

    /// Plans made before keep the costs they were made with. What is as it was makes no new version.
    public TruckKind amend(Actor actor, TruckKind kind) {
        actor.require(Right.SET_TARIFFS);
        changes.queueUp();
        return get(kind.id()).equals(kind) ? kind : put(actor, kind);
    }

    /// A retired kind is no longer planned with.
    public TruckKind retire(Actor actor, TruckKindId id) {
        return amend(actor, get(id).asRetired(true));
    }

    public TruckKind restore(Actor actor, TruckKindId id) {
        return amend(actor, get(id).asRetired(false));
    }

    private TruckKind put(Actor actor, TruckKind kind) {
        store.put(kind, changes.add(Subject.TRUCK_KIND, kind.id().value(), actor, clock.instant()));
        return kind;
    }

    @Transactional(readOnly = true)
    public TruckKind get(TruckKindId id) {
        return store.find(id).orElseThrow(() -> new NotFound("truck-kind", id));
    }

    /// Retired ones too, at the end.
    @Transactional(readOnly = true)
    public List<TruckKind> list() {
        return store.at(Long.MAX_VALUE);
    }
}
