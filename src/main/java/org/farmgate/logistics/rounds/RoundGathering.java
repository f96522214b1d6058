package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.party.Reach;
import org.farmgate.party.Reaches;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.springframework.stereotype.Component;

/// What waits at depots for a day, as far as who asks may move it.
@Component
class RoundGathering {
    /// What lies farther goes by long haul: a round is back in the evening.
    static final long FARTHEST_METRES = 300_000;

    private final OpenGoodsStore goods;
    private final RoundReadStore rounds;
    private final RoundHoursStore hours;
    private final Sites sites;
    private final Regions regions;
    private final Reaches reaches;
    private final OpenParcels parcels;

    RoundGathering(
            OpenGoodsStore goods,
            RoundReadStore rounds,
            RoundHoursStore hours,
            Sites sites,
            Regions regions,
            Reaches reaches,
            OpenParcels parcels) {
        this.goods = goods;
        this.rounds = rounds;
        this.hours = hours;
        this.sites = sites;
        this.regions = regions;
        this.reaches = reaches;
        this.parcels = parcels;
    }

    /// The most urgent first.
    List<OpenGoods> open(Actor actor, Collection<SiteId> depots, LocalDate day) {
        Reach reach = reaches.of(actor);
        List<OpenGoodsStore.Row> rows = goods.consignments(depots, actor.organisation(), day).stream()
                .filter(row -> row.carried() || mayHandOver(reach, actor, row))
                .toList();
        Set<UUID> waiting = new HashSet<>(
                rounds.waiting(rows.stream().map(OpenGoodsStore.Row::id).toList()));
        Places places = places(depots, rows);
        List<OpenGoods> open = new ArrayList<>();
        for (OpenGoodsStore.Row row : rows)
            if (!waiting.contains(row.id()))
                consignment(row, Set.copyOf(depots), places).ifPresent(open::add);
        open.addAll(parcels.open(actor, depots, day));
        return open;
    }

    private static boolean mayHandOver(Reach reach, Actor actor, OpenGoodsStore.Row row) {
        return switch (reach) {
            case Reach.Everything _ -> true;
            case Reach.Regions(var counties) -> counties.contains(row.origin()) || actor.actsFor(row.sender());
            case Reach.Parties(var parties) -> parties.contains(row.sender());
        };
    }

    private Optional<OpenGoods> consignment(OpenGoodsStore.Row row, Set<SiteId> depots, Places places) {
        boolean out = depots.contains(row.from());
        // What was fetched already rides on a round and is handed in at its end.
        if (!out && row.carried()) return Optional.empty();
        SiteId depot = out ? row.from() : row.toSite().orElseThrow();
        Optional<SiteId> other = out ? row.toSite() : Optional.of(row.from());
        Optional<Coordinates> at = other.flatMap(places::of).or(() -> places.of(row.toRegion()));
        Optional<Coordinates> home = places.of(depot);
        if (at.isEmpty() || home.isEmpty() || Reckoning.road(home.get(), at.get()) > FARTHEST_METRES)
            return Optional.empty();
        RegionId region = other.flatMap(places::regionOf).orElse(row.toRegion());
        return Optional.of(new OpenGoods(
                Task.Thing.CONSIGNMENT,
                row.id(),
                out ? Task.Kind.DELIVER : Task.Kind.COLLECT,
                row.number(),
                depot,
                other,
                region,
                at.get(),
                row.mass(),
                row.litres(),
                row.cold(),
                row.packages(),
                row.lastDay()));
    }

    /// Goods of one place as one stop, those to be brought apart from those to be fetched, with the hours that are
    /// known of it.
    List<Stop> stops(Actor actor, LocalDate day, Collection<OpenGoods> chosen) {
        return stops(actor, day, chosen, StopParts.none());
    }

    /// As above; more than one vehicle can take becomes several stops.
    List<Stop> stops(Actor actor, LocalDate day, Collection<OpenGoods> chosen, Optional<StopParts> parts) {
        Map<String, List<OpenGoods>> together = chosen.stream()
                .collect(Collectors.groupingBy(OpenGoods::place, LinkedHashMap::new, Collectors.toList()));
        Map<SiteId, RoundHoursStore.Hours> known = hours.of(
                actor.organisation(),
                chosen.stream().flatMap(one -> one.site().stream()).toList());
        return together.values().stream()
                .flatMap(here -> parts.map(split -> split.of(here)).orElse(List.of(here)).stream())
                .map(here -> stop(here, day, known))
                .toList();
    }

    private static Stop stop(List<OpenGoods> here, LocalDate day, Map<SiteId, RoundHoursStore.Hours> known) {
        OpenGoods first = here.getFirst();
        int packages = here.stream().mapToInt(OpenGoods::packages).sum();
        Optional<Stop.Window> window = first.site().map(known::get).map(open -> open.on(day));
        return new Stop(
                Stop.StopId.next(),
                first.site(),
                first.region(),
                first.at(),
                window,
                Stop.service(packages),
                day.atStartOfDay(Shift.ZONE).toInstant(),
                0,
                Stop.State.PENDING,
                Optional.empty(),
                Optional.empty(),
                "",
                here.stream().map(OpenGoods::task).toList());
    }

    /// Where things are: sites exactly, regions by their middle or that of the next wider one.
    record Places(Map<SiteId, Site> sites, Map<RegionId, Region> tree) {
        Optional<Coordinates> of(SiteId id) {
            return Optional.ofNullable(sites.get(id)).map(Site::at);
        }

        Optional<RegionId> regionOf(SiteId id) {
            return Optional.ofNullable(sites.get(id)).map(Site::region);
        }

        Optional<Coordinates> of(RegionId id) {
            for (Region at = tree.get(id);
                    at != null;
                    at = at.parent().map(tree::get).orElse(null)) if (at.at().isPresent()) return at.at();
            return Optional.empty();
        }
    }

    private Places places(Collection<SiteId> depots, List<OpenGoodsStore.Row> rows) {
        Set<SiteId> named = new HashSet<>(depots);
        Set<RegionId> doors = new HashSet<>();
        for (OpenGoodsStore.Row row : rows) {
            named.add(row.from());
            row.toSite().ifPresentOrElse(named::add, () -> doors.add(row.toRegion()));
        }
        return new Places(new HashMap<>(sites.byIds(named)), regions.withAncestors(doors));
    }
}
