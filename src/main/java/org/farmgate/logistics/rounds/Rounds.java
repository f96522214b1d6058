package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.logistics.rounds.RoundStep.What;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rounds of one's own organisation, for those who plan them: all of it needs PLAN_TRIPS, and another
/// organisation's are not found. Each change names the version that was seen: of two dispatchers at once the slower
/// is told to look again (ROUND_CHANGED_MEANWHILE). Drivers use [Driving].
@Service
@Transactional
public class Rounds {
    private final RoundDesk desk;
    private final RoundStore store;
    private final RoundReadStore reading;
    private final RoundStopStore stops;
    private final RoundHoursStore hours;
    private final RoundGathering gathering;
    private final Regions regions;

    Rounds(
            RoundDesk desk,
            RoundStore store,
            RoundReadStore reading,
            RoundStopStore stops,
            RoundHoursStore hours,
            RoundGathering gathering,
            Regions regions) {
        this.desk = desk;
        this.store = store;
        this.reading = reading;
        this.stops = stops;
        this.hours = hours;
        this.gathering = gathering;
        this.regions = regions;
    }

    /// An empty draft. The same again is one. Refuses by [NotFound], NO_DEPOT, VEHICLE_RETIRED, NOT_A_DRIVER,
    /// ROUND_ID_USED.
    public Round make(Actor actor, NewRound wanted) {
        return make(actor, wanted, Optional.empty());
    }

    Round make(Actor actor, NewRound wanted, Optional<RoundPlanId> plan) {
        actor.require(Right.PLAN_TRIPS);
        Optional<Round> there = reading.find(wanted.id());
        if (there.isPresent()) return same(actor, there.get(), wanted);
        Site depot = desk.depot(actor, wanted.depot());
        desk.usable(actor, wanted.vehicle());
        desk.requireDriver(actor, wanted.driver());
        Round fresh = new Round(
                wanted.id(),
                regions.countyOf(depot.region()),
                actor.organisation(),
                wanted.depot(),
                wanted.day(),
                wanted.vehicle(),
                wanted.driver(),
                wanted.shift(),
                RoundState.DRAFT,
                false,
                0,
                plan,
                Optional.empty(),
                Optional.empty(),
                Round.Sums.NONE,
                List.of());
        if (!store.insert(fresh, desk.now())) throw new RuleBroken(RoundRule.ROUND_ID_USED);
        desk.step(actor, fresh, What.MADE, "");
        return fresh;
    }

    private static Round same(Actor actor, Round there, NewRound wanted) {
        boolean same = actor.actsFor(there.owner())
                && there.depot().equals(wanted.depot())
                && there.day().equals(wanted.day())
                && there.vehicle().equals(wanted.vehicle())
                && there.shift().equals(wanted.shift());
        if (!same) throw new RuleBroken(RoundRule.ROUND_ID_USED);
        return there;
    }

    @Transactional(readOnly = true)
    public Round get(Actor actor, RoundId id) {
        return desk.own(actor, id);
    }

    /// All of a day but those called off, by depot and hour.
    @Transactional(readOnly = true)
    public List<Round> ofDay(Actor actor, LocalDate day) {
        actor.require(Right.PLAN_TRIPS);
        return reading.ofDay(actor.organisation(), day);
    }

    /// What happened to it, the earliest first.
    @Transactional(readOnly = true)
    public List<RoundStep> history(Actor actor, RoundId id) {
        return store.steps(desk.own(actor, id));
    }

    /// Who may be chosen to drive.
    @Transactional(readOnly = true)
    public List<PartyId> drivers(Actor actor) {
        actor.require(Right.PLAN_TRIPS);
        return desk.drivers(actor);
    }

    /// What waits at these depots by that day and is on no round, the most urgent first.
    @Transactional(readOnly = true)
    public List<OpenGoods> open(Actor actor, Collection<SiteId> depots, LocalDate day) {
        actor.require(Right.PLAN_TRIPS);
        depots.forEach(depot -> desk.depot(actor, depot));
        return depots.isEmpty() ? List.of() : gathering.open(actor, depots, day);
    }

    /// Puts goods on a round, each stop where it costs least. Refuses by GOODS_NOT_THERE, ALREADY_ON_A_ROUND,
    /// TOO_MANY_STOPS, ROUND_LOCKED, ROUND_NOT_IN_THAT_STATE, ROUND_CHANGED_MEANWHILE, [NotFound].
    public Round add(Actor actor, RoundId id, int version, Collection<UUID> things) {
        Round round = desk.locked(actor, id, version);
        RoundEdits.requireChangeable(round);
        Map<UUID, OpenGoods> open = gathering.open(actor, List.of(round.depot()), round.day()).stream()
                .collect(Collectors.toMap(OpenGoods::of, Function.identity(), (one, _) -> one));
        List<OpenGoods> chosen = new ArrayList<>();
        for (UUID thing : things) {
            OpenGoods one = open.get(thing);
            if (one == null)
                throw new RuleBroken(
                        reading.waiting(List.of(thing)).isEmpty()
                                ? RoundRule.GOODS_NOT_THERE
                                : RoundRule.ALREADY_ON_A_ROUND,
                        thing);
            chosen.add(one);
        }
        List<Stop> fresh = gathering.stops(actor, round.day(), chosen);
        if (round.stops().size() + fresh.size() > Round.MOST_STOPS)
            throw new RuleBroken(RoundRule.TOO_MANY_STOPS, Round.MOST_STOPS);
        insert(round, fresh);
        Function<Round, Reckoning> reckoner = desk.reckoner(round);
        Round now = round;
        for (Stop stop : fresh) {
            Round before = now;
            int place = Reckoning.cheapest(
                    RoundEdits.firstFree(now),
                    now.stops().size(),
                    at -> reckoner.apply(RoundEdits.with(before, stop, at)));
            now = RoundEdits.with(now, stop, place);
        }
        desk.step(actor, round, What.GOODS_ADDED, String.join(", ", codes(chosen)));
        return desk.write(now);
    }

    private static List<String> codes(List<OpenGoods> goods) {
        List<String> first = goods.stream().map(OpenGoods::code).limit(10).toList();
        return goods.size() > first.size()
                ? java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of("…"))
                        .toList()
                : first;
    }

    private void insert(Round round, List<Stop> fresh) {
        stops.insert(round, fresh).ifPresent(code -> {
            throw new RuleBroken(RoundRule.ALREADY_ON_A_ROUND, code);
        });
    }

    /// For the plan: a round's stops in the order that was solved.
    Round fill(Actor actor, Round round, List<Stop> ordered) {
        insert(round, ordered);
        return desk.write(round.with(ordered));
    }

    /// Takes a stop off: its goods wait again. Refuses by STOP_BEGUN and as [#add] does.
    public Round takeOff(Actor actor, RoundId id, int version, StopId stopId) {
        Round round = desk.locked(actor, id, version);
        RoundEdits.requireChangeable(round);
        Stop stop = RoundEdits.stop(round, stopId);
        if (stop.isTouched()) throw new RuleBroken(RoundRule.STOP_BEGUN);
        stops.remove(round, stopId);
        desk.step(actor, round, What.GOODS_TAKEN_OFF, desk.name(stop));
        return desk.write(RoundEdits.without(round, stopId));
    }

    /// Says who drives; nobody only while it is a draft. Refuses by NOT_A_DRIVER, ROUNDS_OVERLAP,
    /// ROUND_WITHOUT_DRIVER, ROUND_NOT_IN_THAT_STATE, ROUND_CHANGED_MEANWHILE, [NotFound].
    public Round assign(Actor actor, RoundId id, int version, Optional<PartyId> driver) {
        Round round = desk.locked(actor, id, version);
        boolean free = round.state() == RoundState.DRAFT || round.state() == RoundState.PLANNED;
        if (!free) throw new RuleBroken(RoundRule.ROUND_NOT_IN_THAT_STATE, round.number());
        if (driver.isEmpty() && round.state() != RoundState.DRAFT)
            throw new RuleBroken(RoundRule.ROUND_WITHOUT_DRIVER, round.number());
        desk.requireDriver(actor, driver);
        Round now = RoundEdits.driven(round, driver);
        if (round.state() == RoundState.PLANNED) {
            desk.requireFree(now);
            if (!now.driver().equals(round.driver())) store.leaves(round, desk.now());
        }
        desk.step(actor, round, What.DRIVER_CHOSEN, "");
        return desk.write(now);
    }

    /// Gives it to its driver, who sees it from now on. Refuses by ROUND_WITHOUT_DRIVER, ROUND_WITHOUT_STOPS,
    /// ROUNDS_OVERLAP, ROUND_NOT_IN_THAT_STATE, ROUND_CHANGED_MEANWHILE, [NotFound].
    public Round publish(Actor actor, RoundId id, int version) {
        Round round = desk.locked(actor, id, version);
        if (round.state() != RoundState.DRAFT) throw new RuleBroken(RoundRule.ROUND_NOT_IN_THAT_STATE, round.number());
        if (round.driver().isEmpty()) throw new RuleBroken(RoundRule.ROUND_WITHOUT_DRIVER, round.number());
        if (round.stops().isEmpty()) throw new RuleBroken(RoundRule.ROUND_WITHOUT_STOPS, round.number());
        desk.usable(actor, round.vehicle());
        desk.requireFree(round);
        desk.step(actor, round, What.PUBLISHED, "");
        return desk.write(RoundEdits.in(round, RoundState.PLANNED));
    }

    /// Planning again leaves a locked round as it is, and nobody moves its stops. Refuses by ROUND_NOT_IN_THAT_STATE,
    /// ROUND_CHANGED_MEANWHILE, [NotFound].
    public Round lock(Actor actor, RoundId id, int version, boolean locked) {
        Round round = desk.locked(actor, id, version);
        if (!round.state().isOpen()) throw new RuleBroken(RoundRule.ROUND_NOT_IN_THAT_STATE, round.number());
        desk.step(actor, round, locked ? What.LOCKED : What.UNLOCKED, "");
        return desk.write(RoundEdits.lock(round, locked));
    }

    /// Calls a round off that nobody drives yet; its goods wait again. Refuses by ROUND_NOT_IN_THAT_STATE,
    /// ROUND_CHANGED_MEANWHILE, [NotFound], and the input errors `missing` and `too-long`.
    public Round cancel(Actor actor, RoundId id, int version, String reason) {
        Round round = desk.locked(actor, id, version);
        String why = reason(reason);
        boolean free = round.state() == RoundState.DRAFT || round.state() == RoundState.PLANNED;
        if (!free) throw new RuleBroken(RoundRule.ROUND_NOT_IN_THAT_STATE, round.number());
        stops.drop(round, desk.now());
        desk.step(actor, round, What.CANCELLED, why);
        return desk.write(RoundEdits.in(round, RoundState.CANCELLED));
    }

    /// What a finished round has left open did not happen: the goods wait again. Refuses as [#cancel] does.
    public Round closeRest(Actor actor, RoundId id, int version, String reason) {
        Round round = desk.locked(actor, id, version);
        String why = reason(reason);
        if (round.state() != RoundState.DONE) throw new RuleBroken(RoundRule.ROUND_NOT_IN_THAT_STATE, round.number());
        for (Stop stop : round.stops()) {
            if (!stop.isOpen()) continue;
            for (Task task : stop.tasks())
                if (task.isOpen()) stops.end(round, task.id(), Task.State.FAILED, desk.now(), why);
            boolean some = stop.tasks().stream().anyMatch(task -> task.state() == Task.State.DONE);
            stops.end(round, stop.id(), some ? Stop.State.DONE : Stop.State.FAILED, desk.now(), some ? "" : why);
        }
        desk.step(actor, round, What.REST_CLOSED, why);
        return desk.write(desk.own(actor, id));
    }

    /// Says when a stop's place takes goods; `remembered` for the place on other days too. Refuses by STOP_BEGUN,
    /// ROUND_CHANGED_MEANWHILE, [NotFound], and the input error `not-after`.
    public Round window(
            Actor actor, RoundId id, int version, StopId stopId, LocalTime from, LocalTime to, boolean remembered) {
        Round round = desk.locked(actor, id, version);
        RoundEdits.requireChangeable(round);
        Stop stop = RoundEdits.stop(round, stopId);
        if (!stop.isOpen()) throw new RuleBroken(RoundRule.STOP_BEGUN);
        if (!from.isBefore(to)) throw new InputBroken("closes", "out-of-range", from, LocalTime.of(23, 59));
        Optional<Stop.Window> window = Optional.of(new Stop.Window(
                round.day().atTime(from).atZone(Shift.ZONE).toInstant(),
                round.day().atTime(to).atZone(Shift.ZONE).toInstant()));
        stops.window(round, stopId, window);
        stop.site()
                .filter(_ -> remembered)
                .ifPresent(site -> hours.put(round.owner(), new RoundHoursStore.Hours(site, from, to)));
        desk.step(actor, round, What.WINDOW_SET, desk.name(stop) + " " + from + "–" + to);
        return desk.write(round.with(round.stops().stream()
                .map(one -> one.id().equals(stopId) ? one.within(window) : one)
                .toList()));
    }

    private static String reason(String typed) {
        String stripped = typed.strip();
        if (stripped.isEmpty()) throw new InputBroken("reason", "missing");
        if (stripped.codePointCount(0, stripped.length()) > Stop.LONGEST_REASON)
            throw new InputBroken("reason", "too-long", Stop.LONGEST_REASON);
        return stripped;
    }
}
