package org.farmgate.logistics.rounds.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelPeople;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundId;
import org.farmgate.logistics.rounds.RoundState;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.logistics.rounds.Task;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A driver's rounds as the phone keeps them: all that is needed without a network, and doors only while they are
/// still to be found.
@Component
class DriveViews {
    private final Sites sites;
    private final Regions regions;
    private final Parties parties;
    private final Consignments consignments;
    private final Parcels parcels;

    DriveViews(Sites sites, Regions regions, Parties parties, Consignments consignments, Parcels parcels) {
        this.sites = sites;
        this.regions = regions;
        this.parties = parties;
        this.consignments = consignments;
        this.parcels = parcels;
    }

    /// @param now by which the phone sets its clock right
    /// @param token to be sent with what is posted
    /// @param organisation for which they act now
    record Mine(
            Instant now,
            String token,
            PartyId person,
            PartyId organisation,
            String personName,
            List<RoundView> rounds) {}

    record RoundView(
            RoundId id,
            String number,
            LocalDate day,
            Instant from,
            Instant to,
            RoundState state,
            int version,
            Place depot,
            List<StopView> stops) {}

    /// @param telephone empty where nobody knows one
    /// @param area of somebody's door: all that is shown of it to who is signed out; empty for a site
    record Place(
            String name,
            String address,
            String telephone,
            @Nullable String area,
            double latitude,
            double longitude) {}

    record StopView(
            StopId id,
            Place place,
            @Nullable Instant opens,
            @Nullable Instant closes,
            Instant plannedAt,
            boolean arrived,
            Stop.State state,
            String reason,
            List<TaskView> tasks) {}

    record TaskView(
            Task.Kind kind,
            Task.Thing thing,
            String code,
            String mass,
            int packages,
            boolean cold,
            boolean loaded,
            Task.State state) {}

    Mine mine(Actor actor, List<Round> rounds, Instant now, Shell shell) {
        Names names = names(rounds);
        return new Mine(
                now,
                shell.csrfToken(),
                actor.person(),
                actor.organisation(),
                actor.personName(),
                rounds.stream().map(round -> round(actor, round, names, shell)).toList());
    }

    private record Names(Map<SiteId, Site> sites, Map<RegionId, Region> regions, Map<PartyId, Party> operators) {}

    private Names names(Collection<Round> rounds) {
        Set<SiteId> places = new HashSet<>();
        Set<RegionId> areas = new HashSet<>();
        for (Round round : rounds) {
            places.add(round.depot());
            for (Stop stop : round.stops()) {
                stop.site().ifPresent(places::add);
                areas.add(stop.region());
            }
        }
        Map<SiteId, Site> known = sites.byIds(places);
        return new Names(
                known,
                regions.byIds(areas),
                parties.byIds(
                        known.values().stream().map(Site::operator).distinct().toList()));
    }

    private RoundView round(Actor actor, Round round, Names names, Shell shell) {
        return new RoundView(
                round.id(),
                round.number(),
                round.day(),
                round.shift().startsAt(round.day()),
                round.shift().endsAt(round.day()),
                round.state(),
                round.version(),
                site(round.depot(), names),
                round.stops().stream()
                        .map(stop -> stop(actor, stop, names, shell))
                        .toList());
    }

    private static Place site(SiteId id, Names names) {
        Site site = names.sites().get(id);
        if (site == null) return new Place("–", "", "", null, 0, 0);
        String telephone = Optional.ofNullable(names.operators().get(site.operator()))
                .flatMap(Party::telephone)
                .orElse("");
        return new Place(
                site.name(),
                site.address(),
                telephone,
                null,
                site.at().latitude(),
                site.at().longitude());
    }

    private StopView stop(Actor actor, Stop stop, Names names, Shell shell) {
        Place place = stop.site().map(site -> site(site, names)).orElseGet(() -> door(actor, stop, names, shell));
        return new StopView(
                stop.id(),
                place,
                stop.window().map(Stop.Window::from).orElse(null),
                stop.window().map(Stop.Window::to).orElse(null),
                stop.plannedAt(),
                stop.arrivedAt().isPresent(),
                stop.state(),
                stop.reason(),
                stop.tasks().stream()
                        .filter(task -> task.state() != Task.State.DROPPED)
                        .map(task -> new TaskView(
                                task.kind(),
                                task.thing(),
                                task.code(),
                                shell.mass(task.mass()),
                                task.packages(),
                                task.cold(),
                                task.loadedAt().isPresent(),
                                task.state()))
                        .toList());
    }

    private Place door(Actor actor, Stop stop, Names names, Shell shell) {
        Region region = names.regions().get(stop.region());
        String area = region == null ? "–" : shell.pick(region.name());
        Optional<Door> door = stop.isOpen()
                ? stop.tasks().stream()
                        .flatMap(task -> door(actor, task).stream())
                        .findFirst()
                : Optional.empty();
        return new Place(
                door.map(Door::name).orElse(area),
                door.map(known -> area + ", " + known.address()).orElse(""),
                door.map(Door::telephone).orElse(""),
                area,
                stop.at().latitude(),
                stop.at().longitude());
    }

    private record Door(String name, String telephone, String address) {}

    private Optional<Door> door(Actor actor, Task task) {
        try {
            return switch (task.thing()) {
                case CONSIGNMENT ->
                    consignments
                            .unseal(actor, new ConsignmentId(task.of()))
                            .door()
                            .map(door -> new Door(door.name(), door.telephone(), door.address()));
                case PARCEL ->
                    parcels.byIds(List.of(new ParcelId(task.of()))).stream()
                            .findFirst()
                            .flatMap(parcels::people)
                            .flatMap(ParcelPeople::receiver)
                            .map(one -> new Door(one.name(), one.telephone(), one.address()));
                case CONTAINER -> Optional.empty();
            };
        } catch (NotFound | RuleBroken _) {
            // Gone to somebody else meanwhile, or its key is missing: the round is shown without it.
            return Optional.empty();
        }
    }
}
