package org.farmgate.logistics.rounds;

import java.util.List;
import org.farmgate.logistics.rounds.RoundDesk.Seen;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Stops that are put elsewhere by hand, and what that costs before it is done. A stop may go to a round that is then
/// late or too full: the dispatcher sees it, and decides.
@Service
@Transactional
public class RoundMoves {
    private final RoundDesk desk;

    RoundMoves(RoundDesk desk) {
        this.desk = desk;
    }

    /// Changes nothing. Refuses as [#move] does.
    @Transactional(readOnly = true)
    public MoveCost cost(Actor actor, StopMove move) {
        Round from = seen(actor, move.from(), move.fromVersion());
        Round to = seen(actor, move.to(), move.toVersion());
        Ends after = after(from, to, move);
        if (from.id().equals(to.id())) return difference(List.of(from), List.of(after.to()));
        return difference(List.of(from, to), List.of(after.from(), after.to()));
    }

    /// Refuses by [NotFound], ROUND_CHANGED_MEANWHILE, ROUND_LOCKED, ROUND_NOT_IN_THAT_STATE, STOP_BEGUN, OTHER_DEPOT,
    /// TOO_MANY_STOPS.
    public Round move(Actor actor, StopMove move) {
        boolean within = move.from().equals(move.to());
        List<Round> rounds = within
                ? desk.locked(actor, new Seen(move.from(), move.fromVersion()))
                : desk.locked(actor, new Seen(move.from(), move.fromVersion()), new Seen(move.to(), move.toVersion()));
        Round from = rounds.getFirst();
        Ends after = after(from, rounds.getLast(), move);
        String name = desk.name(RoundEdits.stop(from, move.stop()));
        if (!within) {
            desk.step(
                    actor,
                    from,
                    RoundStep.What.STOP_MOVED,
                    name + " → " + after.to().number());
            desk.write(after.from());
        }
        desk.step(actor, after.to(), RoundStep.What.STOP_MOVED, name);
        return desk.write(after.to());
    }

    private Round seen(Actor actor, RoundId id, int version) {
        Round round = desk.own(actor, id);
        if (round.version() != version) throw new RuleBroken(RoundRule.ROUND_CHANGED_MEANWHILE, round.number());
        return round;
    }

    private record Ends(Round from, Round to) {}

    private static Ends after(Round from, Round to, StopMove move) {
        RoundEdits.requireChangeable(from);
        RoundEdits.requireChangeable(to);
        Stop stop = RoundEdits.stop(from, move.stop());
        boolean within = from.id().equals(to.id());
        // What is loaded already may change its place, but not the vehicle it lies in.
        if (within ? !stop.isOpen() || stop.arrivedAt().isPresent() : stop.isTouched())
            throw new RuleBroken(RoundRule.STOP_BEGUN);
        if (!from.depot().equals(to.depot())) throw new RuleBroken(RoundRule.OTHER_DEPOT, to.number());
        if (!from.day().equals(to.day()) || !from.origin().equals(to.origin()))
            throw new RuleBroken(RoundRule.OTHER_DEPOT, to.number());
        if (!within && to.stops().size() >= Round.MOST_STOPS)
            throw new RuleBroken(RoundRule.TOO_MANY_STOPS, Round.MOST_STOPS);
        Round rest = RoundEdits.without(from, move.stop());
        Round target = within ? rest : to;
        if (move.place() < RoundEdits.firstFree(target)) throw new RuleBroken(RoundRule.STOP_BEGUN);
        return new Ends(rest, RoundEdits.with(target, stop, move.place()));
    }

    private MoveCost difference(List<Round> before, List<Round> after) {
        List<Reckoning> was = before.stream().map(desk::reckon).toList();
        List<Reckoning> is = after.stream().map(desk::reckon).toList();
        long fen = is.stream().mapToLong(one -> one.sums().cost().fen()).sum()
                - was.stream().mapToLong(one -> one.sums().cost().fen()).sum();
        long late = is.stream().mapToLong(Reckoning::lateSeconds).sum();
        Reckoning target = is.getLast();
        return new MoveCost(
                is.stream().mapToLong(one -> one.sums().metres()).sum()
                        - was.stream().mapToLong(one -> one.sums().metres()).sum(),
                new org.farmgate.measure.Money(fen),
                late - was.stream().mapToLong(Reckoning::lateSeconds).sum(),
                late,
                new Mass(target.overGrams()),
                target.overLitres(),
                target.warm());
    }
}
