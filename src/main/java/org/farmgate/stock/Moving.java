package org.farmgate.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Goods that go from one site to another: two movements, one total.
@Component
class Moving {
    private static final String CAUSE = "move";

    private final Lots lots;
    private final LotStateStore states;
    private final MovementStore movements;
    private final PositionStore positions;
    private final Sites sites;
    private final StockAccess access;
    private final Clock clock;

    Moving(
            Lots lots,
            LotStateStore states,
            MovementStore movements,
            PositionStore positions,
            Sites sites,
            StockAccess access,
            Clock clock) {
        this.lots = lots;
        this.states = states;
        this.movements = movements;
        this.positions = positions;
        this.sites = sites;
        this.access = access;
        this.clock = clock;
    }

    /// What is to be told, where it is new.
    Optional<GoodsMoved> move(Actor actor, Move move) {
        access.keeping(actor, move.from());
        Site to = sites.see(actor, move.to());
        Receiving.requireNotAhead(move.at(), clock.instant());
        Lot lot = lots.get(move.lot());
        PositionKey from = new PositionKey(lot.origin(), lot.id(), move.from());
        PositionKey there = new PositionKey(lot.origin(), lot.id(), move.to());
        Instant now = clock.instant();
        List<Movement> fresh = movements.record(List.of(
                movement(
                        actor,
                        move,
                        from,
                        move.id(),
                        MovementKind.MOVED_OUT,
                        -move.mass().grams(),
                        now),
                movement(
                        actor,
                        move,
                        there,
                        MovementId.of(CAUSE, move.id().value(), "in"),
                        MovementKind.MOVED_IN,
                        move.mass().grams(),
                        now)));
        if (fresh.isEmpty()) return Optional.empty();
        Receiving.requireOpen(to);
        QualityStatus lotStatus = states.lock(lot);
        List<Position> locked = positions.lock(lot.origin(), List.of(from, there));
        Position source = locked.stream()
                .filter(position -> position.key().equals(from))
                .findFirst()
                .orElseThrow(() -> new NotFound("position", from));
        if (source.free().compareTo(move.mass()) < 0) throw new RuleBroken(StockRule.NOT_ENOUGH_FREE, source.free());
        locked.stream()
                .filter(position -> position.key().equals(there)
                        && !position.onHand().isZero()
                        && position.ownStatus() != source.ownStatus())
                .findFirst()
                .ifPresent(_ -> {
                    throw new RuleBroken(StockRule.MOVE_MIXES_QUALITY);
                });
        positions.change(List.of(new PositionStore.Change(from, -move.mass().grams(), 0)));
        Position arriving = new Position(
                there,
                source.owner(),
                source.product(),
                source.grade(),
                source.bestBefore(),
                move.mass(),
                Mass.ZERO,
                source.ownStatus(),
                lotStatus,
                1,
                Optional.empty());
        if (!positions.bringIn(List.of(arriving))) throw new RuleBroken(StockRule.POSITION_OF_ANOTHER_OWNER);
        return Optional.of(
                new GoodsMoved(move.id(), lot.origin(), lot.id(), move.from(), move.to(), move.mass(), move.at()));
    }

    private static Movement movement(
            Actor actor, Move move, PositionKey position, MovementId id, MovementKind kind, long grams, Instant now) {
        return new Movement(
                id,
                position,
                kind,
                grams,
                CAUSE,
                move.id().value(),
                "",
                move.at(),
                now,
                actor.organisation(),
                actor.person());
    }
}
