package org.farmgate.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Brings issued goods back to the positions that they had left. Those are there still, and know what was said
/// of the lot and the place meanwhile: goods of a recalled lot come back recalled.
@Component
class PuttingBack {
    private final MovementStore movements;
    private final PositionStore positions;
    private final Clock clock;

    PuttingBack(MovementStore movements, PositionStore positions, Clock clock) {
        this.movements = movements;
        this.positions = positions;
        this.clock = clock;
    }

    /// @return what is to be told of those that are new
    List<LotReceived> all(Collection<PutBack> wanted) {
        Map<MovementId, Movement> issues =
                movements.byIds(wanted.stream().map(PutBack::issue).toList());
        List<Movement> fresh = movements.record(
                wanted.stream().map(one -> movement(one, issues)).toList());
        List<LotReceived> told = new ArrayList<>();
        Map<PositionKey, PartyId> owners = lockedOwners(fresh);
        for (Movement movement : fresh) {
            PartyId owner = owners.get(movement.position());
            if (owner == null) throw new NotFound("position", movement.position());
            positions.change(List.of(new PositionStore.Change(movement.position(), movement.grams(), 0)));
            told.add(Receiving.told(movement, owner));
        }
        return told;
    }

    private Movement movement(PutBack wanted, Map<MovementId, Movement> issues) {
        Movement issue = issues.get(wanted.issue());
        if (issue == null || issue.kind() != MovementKind.ISSUED) throw new NotFound("movement", wanted.issue());
        if (wanted.mass().grams() > -issue.grams()) throw new IllegalArgumentException("more than was issued");
        return new Movement(
                wanted.id(),
                issue.position(),
                MovementKind.RETURNED,
                wanted.mass().grams(),
                issue.causeKind(),
                issue.cause(),
                "",
                wanted.at(),
                clock.instant(),
                issue.recordedBy(),
                issue.recordedPerson());
    }

    private Map<PositionKey, PartyId> lockedOwners(List<Movement> fresh) {
        return fresh.stream()
                .map(Movement::position)
                .sorted()
                .collect(Collectors.groupingBy(PositionKey::origin, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(keys -> positions.lock(keys.getKey(), keys.getValue()).stream())
                .collect(Collectors.toMap(Position::key, Position::owner));
    }
}
