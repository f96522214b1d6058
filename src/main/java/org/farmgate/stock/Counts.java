package org.farmgate.stock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cycle counts: somebody looks what is really there, and the books follow by a movement that says why.
@Service
@Transactional
public class Counts {
    /// Its movements name the sheet as their cause under this word.
    public static final String CAUSE = "count";

    private final CountStore store;
    private final Lots lots;
    private final PositionStore positions;
    private final MovementStore movements;
    private final Leaving leaving;
    private final StockAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Counts(
            CountStore store,
            Lots lots,
            PositionStore positions,
            MovementStore movements,
            Leaving leaving,
            StockAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lots = lots;
        this.positions = positions;
        this.movements = movements;
        this.leaving = leaving;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// All lines or none. Where less is there than was set aside, what that backed gives way, as a recall makes it.
    /// Sent again it changes nothing.
    ///
    /// Refuses by [NotFound], COUNT_OVERTAKEN, COUNT_WITHOUT_REASON, COUNT_ID_TAKEN.
    public void enter(Actor actor, CountSheet sheet) {
        access.keeping(actor, sheet.site());
        Map<LotId, Lot> known =
                lots.byIds(sheet.lines().stream().map(CountedLine::lot).toList());
        TreeMap<PositionKey, CountedLine> wanted = new TreeMap<>();
        for (CountedLine line : sheet.lines()) {
            Lot lot = known.get(line.lot());
            if (lot == null) throw new NotFound("lot", line.lot());
            wanted.put(new PositionKey(lot.origin(), lot.id(), sheet.site()), line);
        }
        Map<PositionKey, Position> locked = lock(wanted);
        if (isThere(sheet, wanted)) return;
        List<String> overtaken = wanted.entrySet().stream()
                .filter(entry ->
                        at(locked, entry.getKey()).moves() != entry.getValue().moves())
                .map(entry -> entry.getKey().lot().toString())
                .toList();
        if (!overtaken.isEmpty()) throw new RuleBroken(StockRule.COUNT_OVERTAKEN, String.join(", ", overtaken));
        List<CountStore.Line> lines = new ArrayList<>();
        wanted.forEach((key, line) -> lines.add(
                new CountStore.Line(id(sheet, key), key, at(locked, key).onHand(), line.counted(), line.reason())));
        for (CountStore.Line line : lines)
            if (line.difference() != 0 && line.reason().isEmpty()) throw new RuleBroken(StockRule.COUNT_WITHOUT_REASON);
        write(actor, sheet, lines, locked);
    }

    private void write(Actor actor, CountSheet sheet, List<CountStore.Line> lines, Map<PositionKey, Position> locked) {
        Instant now = clock.instant();
        store.insert(actor, sheet.id(), lines, now);
        List<Movement> differences = lines.stream()
                .filter(line -> line.difference() != 0)
                .map(line -> movement(actor, sheet, line, now))
                .toList();
        movements.record(differences);
        for (Movement movement : differences) {
            if (movement.grams() < 0) leaving.take(at(locked, movement.position()), -movement.grams());
            else positions.change(List.of(new PositionStore.Change(movement.position(), movement.grams(), 0)));
            events.publishEvent(Leaving.told(movement));
        }
        store.counted(locked.keySet(), LocalDate.now(clock));
    }

    private static Movement movement(Actor actor, CountSheet sheet, CountStore.Line line, Instant now) {
        return new Movement(
                line.id(),
                line.key(),
                MovementKind.COUNTED,
                line.difference(),
                CAUSE,
                sheet.id().value(),
                line.reason(),
                now,
                now,
                actor.organisation(),
                actor.person());
    }

    private Map<PositionKey, Position> lock(TreeMap<PositionKey, CountedLine> wanted) {
        Map<PositionKey, Position> locked = new HashMap<>();
        TreeMap<PositionKey, RegionId> origins = new TreeMap<>();
        wanted.keySet().forEach(key -> origins.put(key, key.origin()));
        for (RegionId origin : origins.values().stream().distinct().toList())
            locked.putAll(
                    positions
                            .lock(
                                    origin,
                                    wanted.keySet().stream()
                                            .filter(key -> key.origin().equals(origin))
                                            .toList())
                            .stream()
                            .collect(Collectors.toMap(Position::key, Function.identity())));
        wanted.keySet().stream()
                .filter(key -> !locked.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new NotFound("position", key);
                });
        return locked;
    }

    private boolean isThere(CountSheet sheet, TreeMap<PositionKey, CountedLine> wanted) {
        Map<PositionKey, CountStore.Line> there =
                store.byIds(wanted.keySet().stream().map(key -> id(sheet, key)).toList(), wanted.keySet());
        if (there.isEmpty()) return false;
        boolean same = there.size() == wanted.size()
                && wanted.entrySet().stream().allMatch(entry -> {
                    CountStore.Line line = there.get(entry.getKey());
                    return line != null
                            && line.counted().equals(entry.getValue().counted())
                            && line.reason().equals(entry.getValue().reason());
                });
        if (!same) throw new RuleBroken(StockRule.COUNT_ID_TAKEN);
        return true;
    }

    private static Position at(Map<PositionKey, Position> locked, PositionKey key) {
        return Objects.requireNonNull(locked.get(key));
    }

    private static MovementId id(CountSheet sheet, PositionKey key) {
        return MovementId.of(CAUSE, sheet.id().value(), key.lot() + "/" + key.site());
    }
}
