package org.farmgate.logistics.rounds;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.party.MemberRole;
import org.farmgate.party.Membership;
import org.farmgate.party.Memberships;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Component;

/// What all who change rounds do: find one's own, take its lock, look whether it is as it was seen, reckon and write.
@Component
class RoundDesk {
    private final RoundStore store;
    private final RoundReadStore reading;
    private final RoundStopStore stops;
    private final VehicleStore vehicles;
    private final Sites sites;
    private final Memberships memberships;
    private final Clock clock;

    RoundDesk(
            RoundStore store,
            RoundReadStore reading,
            RoundStopStore stops,
            VehicleStore vehicles,
            Sites sites,
            Memberships memberships,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.stops = stops;
        this.vehicles = vehicles;
        this.sites = sites;
        this.memberships = memberships;
        this.clock = clock;
    }

    Round own(Actor actor, RoundId id) {
        actor.require(Right.PLAN_TRIPS);
        return reading.find(id)
                .filter(round -> actor.actsFor(round.owner()))
                .orElseThrow(() -> new NotFound("round", id));
    }

    /// A round as somebody saw it.
    record Seen(RoundId id, int version) {}

    /// Held until the transaction ends. Refuses by [NotFound], ROUND_CHANGED_MEANWHILE.
    List<Round> locked(Actor actor, Seen... seen) {
        store.lock(Arrays.stream(seen).map(one -> own(actor, one.id())).toList());
        return Arrays.stream(seen)
                .map(one -> {
                    Round now = own(actor, one.id());
                    if (now.version() != one.version())
                        throw new RuleBroken(RoundRule.ROUND_CHANGED_MEANWHILE, now.number());
                    return now;
                })
                .toList();
    }

    Round locked(Actor actor, RoundId id, int version) {
        return locked(actor, new Seen(id, version)).getFirst();
    }

    /// As it is now.
    Round again(Round round) {
        return reading.find(round.id()).orElseThrow();
    }

    Reckoning reckon(Round round) {
        return reckoner(round).apply(round);
    }

    /// For trying many orders of one round's stops: depot and vehicle are asked for once.
    Function<Round, Reckoning> reckoner(Round round) {
        Coordinates depot = sites.get(round.depot()).at();
        Vehicle vehicle = vehicle(round.vehicle());
        return order -> Reckoning.of(depot, vehicle, order, Reckoning::road);
    }

    /// Reckons anew and writes the round, and its stops' order and times; the version counts up.
    Round write(Round round) {
        Reckoning reckoning = reckon(round);
        Round timed = RoundEdits.summed(round.with(reckoning.timed(round.stops())), reckoning.sums());
        store.change(timed);
        stops.arrange(timed);
        return reading.find(round.id()).orElseThrow();
    }

    Vehicle vehicle(VehicleId id) {
        return vehicles.byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("vehicle", id));
    }

    /// Refuses by [NotFound] for another organisation's, VEHICLE_RETIRED.
    Vehicle usable(Actor actor, VehicleId id) {
        Vehicle vehicle = vehicle(id);
        if (!actor.actsFor(vehicle.owner())) throw new NotFound("vehicle", id);
        if (vehicle.retired()) throw new RuleBroken(RoundRule.VEHICLE_RETIRED, vehicle.plate());
        return vehicle;
    }

    /// Refuses by [NotFound], NO_DEPOT.
    Site depot(Actor actor, org.farmgate.place.SiteId id) {
        Site site = sites.see(actor, id);
        boolean fit = switch (site.kind()) {
            case WAREHOUSE, SORTING_CENTRE, STATION, PACKING_HOUSE -> true;
            case STORE, SHIP_TO, MARKET -> false;
        };
        if (!fit || site.closed()) throw new RuleBroken(RoundRule.NO_DEPOT, site.name());
        return site;
    }

    /// Refuses by NOT_A_DRIVER.
    void requireDriver(Actor actor, Optional<PartyId> driver) {
        if (driver.isPresent() && !drivers(actor).contains(driver.get())) throw new RuleBroken(RoundRule.NOT_A_DRIVER);
    }

    /// Who works for the organisation and may drive: all but those who only look on.
    List<PartyId> drivers(Actor actor) {
        return memberships.staff(actor.organisation()).stream()
                .filter(one -> one.role() == MemberRole.MANAGER || one.role() == MemberRole.CLERK)
                .map(Membership::person)
                .distinct()
                .toList();
    }

    /// Refuses by ROUNDS_OVERLAP where the vehicle or the driver is elsewhere at that time.
    void requireFree(Round round) {
        store.lockDay(round.owner(), round.day());
        reading.ofDay(round.owner(), round.day()).stream()
                .filter(other -> !other.id().equals(round.id())
                        && (other.state() == RoundState.PLANNED || other.state() == RoundState.DRIVING)
                        && other.shift().overlaps(round.shift())
                        && (other.vehicle().equals(round.vehicle())
                                || (other.driver().isPresent() && other.driver().equals(round.driver()))))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleBroken(RoundRule.ROUNDS_OVERLAP, other.number());
                });
    }

    void step(Actor actor, Round round, RoundStep.What what, String note) {
        store.step(round, what, now(), Optional.of(actor), note);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    String name(Stop stop) {
        return stop.site()
                .map(id -> sites.get(id).name())
                .orElseGet(
                        () -> stop.tasks().stream().map(Task::code).findFirst().orElse("–"));
    }
}
