package org.farmgate.logistics.parcels;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes scans and trails down and answers from what was written before. In the caller's transaction.
@Component
class ScanKeeping {
    private final ScanStore store;
    private final ParcelReadStore reading;
    private final ContainerStore containers;
    private final ParcelNetwork network;
    private final ScanChecks checks;
    private final ApplicationEventPublisher events;

    ScanKeeping(
            ScanStore store,
            ParcelReadStore reading,
            ContainerStore containers,
            ParcelNetwork network,
            ScanChecks checks,
            ApplicationEventPublisher events) {
        this.store = store;
        this.reading = reading;
        this.containers = containers;
        this.network = network;
        this.checks = checks;
        this.events = events;
    }

    /// What was answered when that scan came before. Refuses by SCAN_ID_USED where another one bears its id.
    Optional<ScanAnswer> before(ScanStore.Kept asked) {
        return store.find(asked.county(), asked.id()).map(there -> {
            if (!there.isLike(asked)) throw new RuleBroken(ParcelRule.SCAN_ID_USED);
            return answer(there, next(there));
        });
    }

    /// Whether that deed was written down before. Refuses by SCAN_ID_USED where another one bears its id.
    boolean isThere(RegionId county, ScanId id, ParcelKey parcel, ScanKind kind) {
        Optional<ScanStore.Kept> there = store.find(county, id);
        there.ifPresent(one -> {
            if (one.kind() != kind || !one.parcel().equals(Optional.of(parcel)))
                throw new RuleBroken(ParcelRule.SCAN_ID_USED);
        });
        return there.isPresent();
    }

    private Next next(ScanStore.Kept there) {
        if (there.outcome() == ScanOutcome.REFUSED) return new Next.Nowhere();
        Optional<Next> ofParcel = there.parcel().flatMap(reading::find).map(network::next);
        return ofParcel.or(() -> there.container()
                        .flatMap(id -> containers.byIds(List.of(id)).stream().findFirst())
                        .map(network::next))
                .orElse(new Next.Nowhere());
    }

    /// It was the newest. Others hear of it.
    ScanAnswer counted(Actor actor, ScanStore.Kept kept, Collection<ParcelKey> parcels, Next next) {
        ScanStore.Kept counted = kept.as(ScanOutcome.COUNTED, Optional.empty(), parcels.size());
        keep(actor, counted, parcels);
        events.publishEvent(new ParcelsMoved(kept.county(), kept.id(), kept.kind(), kept.at()));
        return answer(counted, next);
    }

    /// It is filed by its time.
    ScanAnswer late(Actor actor, ScanStore.Kept kept, Collection<ParcelKey> parcels, Next next) {
        ScanStore.Kept late = kept.as(ScanOutcome.LATE, Optional.empty(), parcels.size());
        keep(actor, late, parcels);
        return answer(late, next);
    }

    /// It cannot be. Only rules of parcels are kept; anything else is thrown on.
    ScanAnswer refused(Actor actor, ScanStore.Kept kept, Collection<ParcelKey> parcels, RuleBroken why) {
        if (!(why.rule() instanceof ParcelRule rule) || rule == ParcelRule.SCAN_ID_USED) throw why;
        ScanStore.Kept refused = kept.as(ScanOutcome.REFUSED, Optional.of(why), parcels.size());
        keep(actor, refused, parcels);
        return answer(refused, new Next.Nowhere());
    }

    /// Nothing bears that code: of the same scan twice at once one is written down.
    ScanAnswer unknown(Actor actor, ScanStore.Kept kept) {
        RuleBroken why = unknown(kept);
        ScanStore.Kept refused = kept.as(ScanOutcome.REFUSED, Optional.of(why), 0);
        if (store.insert(refused, actor, checks.now())) return answer(refused, new Next.Nowhere());
        return before(kept).orElseThrow();
    }

    private RuleBroken unknown(ScanStore.Kept kept) {
        try {
            checks.time(kept.at());
            return new RuleBroken(ParcelRule.CODE_UNKNOWN, kept.code());
        } catch (RuleBroken outOfReach) {
            return outOfReach;
        }
    }

    private void keep(Actor actor, ScanStore.Kept kept, Collection<ParcelKey> parcels) {
        if (!store.insert(kept, actor, checks.now())) throw new RuleBroken(ParcelRule.SCAN_ID_USED);
        store.steps(parcels, kept, Optional.of(actor), checks.now());
    }

    private static ScanAnswer answer(ScanStore.Kept kept, Next next) {
        return new ScanAnswer(
                kept.id(), kept.outcome(), kept.parcel(), kept.container(), kept.parcels(), next, kept.why());
    }
}
