package org.farmgate.logistics.rounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelKey;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;

/// Parcels that wait for a round: to be brought from a depot to the next site or to a door, or to be fetched to it from
/// the sites right below.
@Component
class OpenParcels {
    private final OpenGoodsStore store;
    private final RoundReadStore rounds;
    private final Parcels parcels;
    private final ParcelNetwork network;
    private final Sites sites;
    private final Regions regions;

    OpenParcels(
            OpenGoodsStore store,
            RoundReadStore rounds,
            Parcels parcels,
            ParcelNetwork network,
            Sites sites,
            Regions regions) {
        this.store = store;
        this.rounds = rounds;
        this.parcels = parcels;
        this.network = network;
        this.sites = sites;
        this.regions = regions;
    }

    /// Of the depots at which who asks handles parcels.
    List<OpenGoods> open(Actor actor, Collection<SiteId> depots, LocalDate day) {
        if (!actor.may(Right.HANDLE_PARCELS)) return List.of();
        Set<SiteId> handled = new HashSet<>(network.handledBy(actor));
        List<SiteId> own = depots.stream().filter(handled::contains).toList();
        if (own.isEmpty()) return List.of();
        List<SiteId> where = Stream.concat(own.stream(), store.below(own).stream())
                .distinct()
                .toList();
        List<ParcelId> ids = store.parcelsAt(where);
        Set<UUID> waiting =
                new HashSet<>(rounds.waiting(ids.stream().map(ParcelId::value).toList()));
        List<Parcel> found = ids.isEmpty()
                ? List.of()
                : parcels.byIds(
                        ids.stream().filter(id -> !waiting.contains(id.value())).toList());
        Map<ParcelKey, Next> next = found.isEmpty() ? Map.of() : network.next(found);
        RoundGathering.Places places = places(found, next);
        List<OpenGoods> open = new ArrayList<>();
        for (Parcel parcel : found)
            goods(parcel, java.util.Objects.requireNonNull(next.get(parcel.key())), Set.copyOf(own), places, day)
                    .ifPresent(open::add);
        return open;
    }

    private RoundGathering.Places places(List<Parcel> found, Map<ParcelKey, Next> next) {
        Set<SiteId> named = found.stream().map(parcel -> parcel.state().site()).collect(Collectors.toSet());
        for (Next one : next.values()) if (one instanceof Next.To(SiteId site)) named.add(site);
        Map<SiteId, Site> known = sites.byIds(named);
        return new RoundGathering.Places(
                known,
                regions.withAncestors(found.stream().map(Parcel::toRegion).collect(Collectors.toSet())));
    }

    private static Optional<OpenGoods> goods(
            Parcel parcel, Next next, Set<SiteId> depots, RoundGathering.Places places, LocalDate day) {
        SiteId here = parcel.state().site();
        boolean out = depots.contains(here);
        return switch (next) {
            case Next.To(SiteId site)
            when out -> goods(parcel, Task.Kind.DELIVER, here, Optional.of(site), places, day);
            case Next.To(SiteId site)
            when depots.contains(site) -> goods(parcel, Task.Kind.COLLECT, site, Optional.of(here), places, day);
            case Next.ByRound() when out -> goods(parcel, Task.Kind.DELIVER, here, Optional.empty(), places, day);
            case Next.To _, Next.ByRound _, Next.FetchedHere _, Next.OpenedHere _, Next.Outside _, Next.Nowhere _ ->
                Optional.empty();
        };
    }

    private static Optional<OpenGoods> goods(
            Parcel parcel,
            Task.Kind kind,
            SiteId depot,
            Optional<SiteId> site,
            RoundGathering.Places places,
            LocalDate day) {
        return site.map(places::of)
                .orElseGet(() -> places.of(parcel.toRegion()))
                .map(at -> new OpenGoods(
                        Task.Thing.PARCEL,
                        parcel.id().value(),
                        kind,
                        parcel.sscc().digits(),
                        depot,
                        site,
                        site.flatMap(places::regionOf).orElse(parcel.toRegion()),
                        at,
                        parcel.mass(),
                        parcel.litres(),
                        false,
                        1,
                        day));
    }
}
