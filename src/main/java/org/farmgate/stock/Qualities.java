package org.farmgate.stock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The quality of goods, at one place or of a lot everywhere. What is no longer good no longer backs a sale, in the
/// same transaction; what is good again is free, and whoever sells offers it anew.
@Service
@Transactional
public class Qualities {
    private static final int MOST_LOOKED_AT = 1_000;

    private final QualityStore store;
    private final Lots lots;
    private final LotStateStore states;
    private final PositionStore positions;
    private final Shrinking shrinking;
    private final StockAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Qualities(
            QualityStore store,
            Lots lots,
            LotStateStore states,
            PositionStore positions,
            Shrinking shrinking,
            StockAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lots = lots;
        this.states = states;
        this.positions = positions;
        this.shrinking = shrinking;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// Judges goods at one place, by whoever keeps it, or of a lot everywhere, by its county's centre or whoever
    /// has goods of it. Sent again it changes nothing.
    ///
    /// What another organisation has held back or recalled is set free by it or by the county's centre alone.
    ///
    /// Refuses by [NotFound], GOODS_PAST_THEIR_DAY, QUALITY_ID_TAKEN, JUDGED_BY_ANOTHER.
    public void judge(Actor actor, NewQuality wanted) {
        Lot lot = lots.get(wanted.lot());
        if (wanted.site().isPresent()) access.keeping(actor, wanted.site().get());
        else if (!access.judges(actor, lot, positions.ofLot(lot.id()))) throw new NotFound("lot", lot.id());
        if (wanted.status().isGood() && !access.oversees(actor, lot)) requireOwn(actor, lot, wanted.site());
        QualityChange change = new QualityChange(
                wanted.id(),
                lot.origin(),
                lot.id(),
                wanted.site(),
                wanted.status(),
                wanted.reason(),
                clock.instant(),
                Optional.of(actor.organisation()),
                Optional.of(actor.person()));
        if (store.insert(List.of(change)) == 0) {
            if (store.find(lot.origin(), wanted.id()).filter(change::sameAs).isEmpty())
                throw new RuleBroken(StockRule.QUALITY_ID_TAKEN);
            return;
        }
        if (wanted.site().isPresent())
            atPlace(new PositionKey(lot.origin(), lot.id(), wanted.site().get()), change);
        else everywhere(lot, change);
        events.publishEvent(told(change));
    }

    /// The latest word on these goods stands; the calendar's is checked elsewhere.
    private void requireOwn(Actor actor, Lot lot, Optional<SiteId> site) {
        store.ofLot(lot.origin(), lot.id(), MOST_LOOKED_AT).stream()
                .filter(before -> before.site().isEmpty() || before.site().equals(site))
                .findFirst()
                .filter(before -> !before.status().isGood())
                .flatMap(QualityChange::by)
                .filter(by -> !actor.actsFor(by))
                .ifPresent(_ -> {
                    throw new RuleBroken(StockRule.JUDGED_BY_ANOTHER);
                });
    }

    private void atPlace(PositionKey key, QualityChange change) {
        List<Position> locked = positions.lock(key.origin(), List.of(key));
        if (locked.isEmpty()) throw new NotFound("position", key);
        if (change.status().isGood() && locked.getFirst().bestBefore().isBefore(LocalDate.now(clock)))
            throw new RuleBroken(
                    StockRule.GOODS_PAST_THEIR_DAY, locked.getFirst().bestBefore());
        if (!change.status().isGood()) shrinking.freeAll(key.origin(), locked);
        positions.judge(key.origin(), List.of(key), change.status());
    }

    /// The lot's own row first: whoever brings some of it to a new place meanwhile waits, or is waited for.
    private void everywhere(Lot lot, QualityChange change) {
        states.judge(lot, change.status());
        List<Position> locked = positions.lockLot(lot.origin(), lot.id());
        if (!change.status().isGood()) shrinking.freeAll(lot.origin(), locked);
        positions.judgeLot(lot.origin(), lot.id(), change.status());
    }

    /// For pages: whether the actor may judge the lot at all places.
    @Transactional(readOnly = true)
    public boolean mayJudge(Actor actor, Lot lot) {
        return actor.may(Right.KEEP_STOCK) && access.judges(actor, lot, positions.ofLot(lot.id()));
    }

    /// What was said of a lot as a whole.
    @Transactional(readOnly = true)
    public QualityStatus ofLot(LotId id) {
        return states.status(lots.get(id));
    }

    /// What was said of a lot and its places, the latest first, at most 200.
    @Transactional(readOnly = true)
    public List<QualityChange> history(LotId id) {
        return store.ofLot(lots.get(id).origin(), id, 200);
    }

    /// Marks goods whose best-before day has passed, at most `most` places at once; they back no sale from then on.
    /// Answers how many were looked at; until that is none there may be more.
    int expire(int most) {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        List<PositionKey> due = positions.expired(today, most);
        for (var origin : due.stream()
                .map(PositionKey::origin)
                .distinct()
                .sorted(java.util.Comparator.comparing(org.farmgate.place.RegionId::value, PositionKey::compare))
                .toList()) {
            List<Position> locked =
                    positions
                            .lock(
                                    origin,
                                    due.stream()
                                            .filter(key -> key.origin().equals(origin))
                                            .toList())
                            .stream()
                            .filter(position -> position.ownStatus().isGood())
                            .toList();
            shrinking.freeAll(origin, locked);
            positions.judge(origin, locked.stream().map(Position::key).toList(), QualityStatus.EXPIRED);
            List<QualityChange> changes = locked.stream()
                    .filter(position -> !position.onHand().isZero())
                    .map(position -> expired(position, now))
                    .toList();
            store.insert(changes);
            changes.forEach(change -> events.publishEvent(told(change)));
        }
        return due.size();
    }

    private static QualityChange expired(Position position, Instant now) {
        return new QualityChange(
                QualityChangeId.next(),
                position.origin(),
                position.lot(),
                Optional.of(position.site()),
                QualityStatus.EXPIRED,
                "",
                now,
                Optional.empty(),
                Optional.empty());
    }

    private static QualityChanged told(QualityChange change) {
        return new QualityChanged(
                change.id(),
                change.origin(),
                change.lot(),
                change.site(),
                change.status(),
                change.reason(),
                change.at());
    }
}
