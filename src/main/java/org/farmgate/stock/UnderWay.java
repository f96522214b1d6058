package org.farmgate.stock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// Goods that are between two sites: they leave the one when they set out and are at the other when
/// they come in.
@Component
class UnderWay {
    private final Lots lots;
    private final LotStateStore states;
    private final MovementStore movements;
    private final PositionStore positions;
    private final Clock clock;

    UnderWay(Lots lots, LotStateStore states, MovementStore movements, PositionStore positions, Clock clock) {
        this.lots = lots;
        this.states = states;
        this.movements = movements;
        this.positions = positions;
        this.clock = clock;
    }

    /// @param tell hears of each when it has left and the next has not, so that whoever keeps places within
    ///     a site knows from where each was taken
    void depart(Actor actor, Collection<Departure> wanted, Consumer<StockChanged> tell) {
        Map<LotId, Lot> known =
                lots.byIds(wanted.stream().map(Departure::lot).distinct().toList());
        Map<MovementId, Departure> byId = new LinkedHashMap<>();
        for (Departure one : wanted) {
            if (!known.containsKey(one.lot())) throw new NotFound("lot", one.lot());
            Receiving.requireNotAhead(one.at(), clock.instant());
            byId.put(one.id(), one);
        }
        List<Movement> fresh = movements.record(byId.values().stream()
                .map(one -> movement(
                        actor, one, Objects.requireNonNull(known.get(one.lot())).origin()))
                .toList());
        Map<PositionKey, Mass> left = new HashMap<>();
        Map<PositionKey, Position> locked = locked(fresh);
        LocalDate today = LocalDate.now(clock);
        for (Movement movement : fresh) {
            Departure one = Objects.requireNonNull(byId.get(movement.id()));
            Position position = locked.get(movement.position());
            if (position == null || !position.owner().equals(one.owner()))
                throw new NotFound("position", movement.position());
            if (!position.backsSalesOn(today)) throw new RuleBroken(StockRule.GOODS_NOT_GOOD);
            Mass free = left.getOrDefault(position.key(), position.free());
            if (free.compareTo(one.mass()) < 0) throw new RuleBroken(StockRule.NOT_ENOUGH_FREE, free);
            left.put(position.key(), free.minus(one.mass()));
            positions.change(
                    List.of(new PositionStore.Change(position.key(), -one.mass().grams(), 0)));
            tell.accept(Leaving.told(movement));
        }
    }

    /// Goods come in wherever they were brought, be the site closed or the lot recalled meanwhile: they
    /// are there.
    List<Object> land(Collection<Landing> wanted) {
        Map<MovementId, Movement> departures = movements.byIds(
                wanted.stream().map(Landing::departure).distinct().toList());
        Map<MovementId, Landing> byId = new LinkedHashMap<>();
        wanted.forEach(one -> byId.put(one.id(), one));
        List<Movement> fresh = movements.record(
                byId.values().stream().map(one -> movement(one, departures)).toList());
        Map<LotId, Lot> known = lots.byIds(
                fresh.stream().map(movement -> movement.position().lot()).toList());
        List<Object> told = new ArrayList<>();
        for (Movement movement : fresh.stream()
                .sorted(java.util.Comparator.comparing(Movement::position))
                .toList()) {
            Movement out = Objects.requireNonNull(departures.get(
                    Objects.requireNonNull(byId.get(movement.id())).departure()));
            bringIn(
                    movement,
                    out,
                    Objects.requireNonNull(known.get(movement.position().lot())));
            told.add(told(movement, out));
        }
        return told;
    }

    private void bringIn(Movement movement, Movement out, Lot lot) {
        QualityStatus lotStatus = states.lock(lot);
        PositionKey from = out.position();
        Position source = positions.find(from).orElseThrow(() -> new NotFound("position", from));
        Position arriving = new Position(
                movement.position(),
                source.owner(),
                source.product(),
                source.grade(),
                source.bestBefore(),
                new Mass(movement.grams()),
                Mass.ZERO,
                QualityStatus.GOOD,
                lotStatus,
                1,
                Optional.empty());
        if (!positions.bringIn(List.of(arriving))) throw new RuleBroken(StockRule.POSITION_OF_ANOTHER_OWNER);
    }

    private static Object told(Movement movement, Movement out) {
        PositionKey to = movement.position();
        if (to.equals(out.position())) return Leaving.told(movement);
        return new GoodsMoved(
                movement.id(),
                to.origin(),
                to.lot(),
                out.position().site(),
                to.site(),
                new Mass(movement.grams()),
                movement.at());
    }

    private Movement movement(Actor actor, Departure one, RegionId origin) {
        return new Movement(
                one.id(),
                new PositionKey(origin, one.lot(), one.site()),
                one.forGood() ? MovementKind.ISSUED : MovementKind.MOVED_OUT,
                -one.mass().grams(),
                one.causeKind(),
                one.cause(),
                "",
                one.at(),
                clock.instant(),
                actor.organisation(),
                actor.person());
    }

    private Movement movement(Landing one, Map<MovementId, Movement> departures) {
        Movement out = departures.get(one.departure());
        if (out == null || out.kind() != MovementKind.MOVED_OUT) throw new NotFound("movement", one.departure());
        if (one.mass().grams() > -out.grams()) throw new IllegalArgumentException("more than set out");
        Instant now = clock.instant();
        return new Movement(
                one.id(),
                new PositionKey(out.position().origin(), out.position().lot(), one.site()),
                MovementKind.MOVED_IN,
                one.mass().grams(),
                out.causeKind(),
                out.cause(),
                "",
                one.at(),
                now,
                out.recordedBy(),
                out.recordedPerson());
    }

    private Map<PositionKey, Position> locked(List<Movement> fresh) {
        return fresh.stream()
                .map(Movement::position)
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(PositionKey::origin, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(keys -> positions.lock(keys.getKey(), keys.getValue()).stream())
                .collect(Collectors.toMap(Position::key, position -> position));
    }
}
