package org.farmgate.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Goods that leave otherwise than by a pick or a move.
@Component
class Leaving {
    private final Lots lots;
    private final MovementStore movements;
    private final PositionStore positions;
    private final Shrinking shrinking;
    private final StockAccess access;
    private final Clock clock;

    Leaving(
            Lots lots,
            MovementStore movements,
            PositionStore positions,
            Shrinking shrinking,
            StockAccess access,
            Clock clock) {
        this.lots = lots;
        this.movements = movements;
        this.positions = positions;
        this.shrinking = shrinking;
        this.access = access;
        this.clock = clock;
    }

    Optional<StockChanged> writeOff(Actor actor, WriteOff lost) {
        access.keeping(actor, lost.site());
        Movement movement = new Movement(
                lost.id(),
                new PositionKey(lots.get(lost.lot()).origin(), lost.lot(), lost.site()),
                MovementKind.WRITTEN_OFF,
                -lost.mass().grams(),
                "write-off",
                lost.id().value(),
                lost.reason(),
                lost.at(),
                clock.instant(),
                actor.organisation(),
                actor.person());
        return once(movement).map(fresh -> {
            Position position = locked(fresh.position());
            if (position.onHand().compareTo(lost.mass()) < 0)
                throw new RuleBroken(StockRule.NOT_ENOUGH_ON_HAND, position.onHand());
            take(position, lost.mass().grams());
            return told(fresh);
        });
    }

    Optional<StockChanged> issue(Actor actor, Issue issue) {
        access.keeping(actor, issue.site());
        Movement movement = new Movement(
                issue.id(),
                new PositionKey(lots.get(issue.lot()).origin(), issue.lot(), issue.site()),
                MovementKind.ISSUED,
                -issue.mass().grams(),
                issue.causeKind(),
                issue.cause(),
                "",
                issue.at(),
                clock.instant(),
                actor.organisation(),
                actor.person());
        return once(movement).map(fresh -> {
            Position position = locked(fresh.position());
            if (!issue.owners().isEmpty() && !issue.owners().contains(position.owner()))
                throw new NotFound("position", fresh.position());
            if (!position.backsSalesOn(LocalDate.now(clock))) throw new RuleBroken(StockRule.GOODS_NOT_GOOD);
            if (position.free().compareTo(issue.mass()) < 0)
                throw new RuleBroken(StockRule.NOT_ENOUGH_FREE, position.free());
            take(position, issue.mass().grams());
            return told(fresh);
        });
    }

    /// Grams leave a locked position; of what is set aside gives way what no longer has goods.
    void take(Position locked, long grams) {
        long missing = grams - locked.free().grams();
        if (missing > 0) shrinking.free(locked.origin(), Map.of(locked.key(), missing));
        positions.change(List.of(new PositionStore.Change(locked.key(), -grams, 0)));
    }

    /// Refuses by [NotFound].
    Position locked(PositionKey key) {
        return positions.lock(key.origin(), List.of(key)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("position", key));
    }

    private Optional<Movement> once(Movement movement) {
        Receiving.requireNotAhead(movement.at(), clock.instant());
        return movements.record(List.of(movement)).stream().findFirst();
    }

    static StockChanged told(Movement movement) {
        return new StockChanged(
                movement.id(),
                movement.position().origin(),
                movement.position().lot(),
                movement.position().site(),
                movement.kind(),
                movement.grams(),
                movement.causeKind(),
                movement.cause(),
                movement.at());
    }
}
