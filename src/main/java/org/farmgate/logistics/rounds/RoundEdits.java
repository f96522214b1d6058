package org.farmgate.logistics.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;

/// A round with one thing changed, and what stands against it.
final class RoundEdits {
    private RoundEdits() {}

    static Round summed(Round round, Round.Sums sums) {
        return copy(round, round.driver(), round.state(), round.locked(), sums);
    }

    static Round driven(Round round, Optional<PartyId> driver) {
        return copy(round, driver, round.state(), round.locked(), round.sums());
    }

    static Round in(Round round, RoundState state) {
        return copy(round, round.driver(), state, round.locked(), round.sums());
    }

    static Round lock(Round round, boolean locked) {
        return copy(round, round.driver(), round.state(), locked, round.sums());
    }

    private static Round copy(
            Round round, Optional<PartyId> driver, RoundState state, boolean locked, Round.Sums sums) {
        return new Round(
                round.id(),
                round.origin(),
                round.owner(),
                round.depot(),
                round.day(),
                round.vehicle(),
                driver,
                round.shift(),
                state,
                locked,
                round.version(),
                round.plan(),
                round.startedAt(),
                round.endedAt(),
                sums,
                round.stops());
    }

    static Stop stop(Round round, StopId id) {
        return round.stops().stream()
                .filter(stop -> stop.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("stop", id));
    }

    static Round without(Round round, StopId id) {
        return round.with(
                round.stops().stream().filter(stop -> !stop.id().equals(id)).toList());
    }

    static Round with(Round round, Stop stop, int place) {
        List<Stop> stops = new ArrayList<>(round.stops());
        stops.add(Math.clamp(place, 0, stops.size()), stop);
        return round.with(stops);
    }

    /// The first place that the driver has not passed yet.
    static int firstFree(Round round) {
        int first = 0;
        for (int i = 0; i < round.stops().size(); i++) {
            Stop stop = round.stops().get(i);
            if (!stop.isOpen() || stop.arrivedAt().isPresent()) first = i + 1;
        }
        return first;
    }

    /// Refuses by ROUND_NOT_IN_THAT_STATE, ROUND_LOCKED.
    static void requireChangeable(Round round) {
        if (!round.state().isOpen()) throw new RuleBroken(RoundRule.ROUND_NOT_IN_THAT_STATE, round.number());
        if (round.locked()) throw new RuleBroken(RoundRule.ROUND_LOCKED, round.number());
    }
}
