package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.rounds.RoundPlanRequest.Crew;
import org.farmgate.logistics.routing.Route;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// The drafts that a plan takes apart, and those that it makes.
@Component
class RoundDrafts {
    private final Rounds rounds;
    private final RoundDesk desk;
    private final RoundStore store;
    private final RoundReadStore reading;
    private final RoundStopStore stops;

    RoundDrafts(Rounds rounds, RoundDesk desk, RoundStore store, RoundReadStore reading, RoundStopStore stops) {
        this.rounds = rounds;
        this.desk = desk;
        this.store = store;
        this.reading = reading;
        this.stops = stops;
    }

    /// Unlocked ones of that day and these depots.
    List<Round> of(Actor actor, LocalDate day, Collection<SiteId> depots) {
        return reading.ofDay(actor.organisation(), day).stream()
                .filter(round -> round.state() == RoundState.DRAFT && !round.locked() && depots.contains(round.depot()))
                .toList();
    }

    /// What rides on a draft, as if it waited.
    List<OpenGoods> goods(Round round) {
        return round.stops().stream()
                .flatMap(stop -> stop.tasks().stream()
                        .filter(Task::isOpen)
                        .map(task -> new OpenGoods(
                                task.thing(),
                                task.of(),
                                task.kind(),
                                task.code(),
                                round.depot(),
                                stop.site(),
                                stop.region(),
                                stop.at(),
                                task.mass(),
                                task.litres(),
                                task.cold(),
                                task.packages(),
                                round.day())))
                .toList();
    }

    /// Refuses by ROUND_CHANGED_MEANWHILE where one is no longer as it was planned with.
    void takeApart(Actor actor, List<Round> old) {
        store.lock(old);
        for (Round round : old) {
            Round now = desk.again(round);
            if (now.version() != round.version() || now.state() != RoundState.DRAFT)
                throw new RuleBroken(RoundRule.ROUND_CHANGED_MEANWHILE, now.number());
            stops.drop(now, desk.now());
            desk.step(actor, now, RoundStep.What.CANCELLED, "");
            desk.write(RoundEdits.in(now, RoundState.CANCELLED));
        }
    }

    Round make(Actor actor, RoundPlan plan, DepotProblem problem, Route route) {
        Crew crew = problem.crew(route.vehicle());
        Round fresh = rounds.make(
                actor,
                new NewRound(RoundId.next(), crew.depot(), plan.day(), crew.vehicle(), crew.driver(), crew.shift()),
                Optional.of(plan.id()));
        return rounds.fill(
                actor, fresh, route.stops().stream().map(problem::stop).toList());
    }
}
