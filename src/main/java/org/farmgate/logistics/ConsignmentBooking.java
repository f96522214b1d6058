package org.farmgate.logistics;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.Sealing.Sealed;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes consignments down, any number in a few statements, and seals what must be.
@Component
class ConsignmentBooking {
    private static final String BETWEEN = "\u001f";

    private final ConsignmentStore store;
    private final ConsignmentReadStore reading;
    private final Sites sites;
    private final Regions regions;
    private final Products products;
    private final Sealing sealing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsignmentBooking(
            ConsignmentStore store,
            ConsignmentReadStore reading,
            Sites sites,
            Regions regions,
            Products products,
            Sealing sealing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.sites = sites;
        this.regions = regions;
        this.products = products;
        this.sealing = sealing;
        this.events = events;
        this.clock = clock;
    }

    void all(Collection<NewConsignment> wanted, Optional<Actor> by) {
        Map<ConsignmentId, Consignment> there =
                byId(wanted.stream().map(NewConsignment::id).toList());
        wanted.forEach(one -> refuseOther(one, there.get(one.id())));
        List<NewConsignment> fresh = wanted.stream()
                .filter(one -> !there.containsKey(one.id()))
                .distinct()
                .toList();
        if (fresh.isEmpty()) return;
        List<ConsignmentStore.Row> rows = rows(fresh);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<ConsignmentId> added = store.insert(rows, at);
        if (added.size() < rows.size()) {
            // Somebody else was faster with some of the ids; what is stored now decides.
            Map<ConsignmentId, Consignment> stored =
                    byId(fresh.stream().map(NewConsignment::id).toList());
            for (NewConsignment one : fresh) refuseOther(one, Objects.requireNonNull(stored.get(one.id())));
        }
        tell(fresh.stream().filter(one -> added.contains(one.id())).toList(), at, by);
    }

    private void tell(List<NewConsignment> booked, Instant at, Optional<Actor> by) {
        store.step(booked.stream().map(Key::new).toList(), ConsignmentStage.BOOKED, at, by, "");
        for (NewConsignment one : booked)
            events.publishEvent(new ConsignmentBooked(
                    one.id(), one.origin(), one.sender(), one.from(), one.mass(), one.causeKind(), one.cause(), at));
    }

    record Key(RegionId origin, ConsignmentId id) implements ConsignmentStore.HasKey {
        Key(NewConsignment of) {
            this(of.origin(), of.id());
        }

        Key(Consignment of) {
            this(of.origin(), of.id());
        }
    }

    private Map<ConsignmentId, Consignment> byId(Collection<ConsignmentId> ids) {
        Map<ConsignmentId, Consignment> found = new HashMap<>();
        reading.byIds(ids).forEach(one -> found.put(one.id(), one));
        return found;
    }

    private List<ConsignmentStore.Row> rows(List<NewConsignment> fresh) {
        Set<SiteId> named = fresh.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.from()),
                        one.to() instanceof Delivery.ToSite(SiteId site) ? Stream.of(site) : Stream.empty()))
                .collect(Collectors.toSet());
        Map<SiteId, Site> known = sites.byIds(named);
        for (SiteId site : named) if (!known.containsKey(site)) throw new NotFound("site", site);
        Set<RegionId> doors = fresh.stream()
                .flatMap(one -> one.to() instanceof Delivery.ToDoor door ? Stream.of(door.region()) : Stream.empty())
                .collect(Collectors.toSet());
        Set<RegionId> there = regions.byIds(doors).keySet();
        for (RegionId region : doors) if (!there.contains(region)) throw new NotFound("region", region);
        Set<ProductId> cold = cold(fresh);
        return fresh.stream().map(one -> row(one, known, cold)).toList();
    }

    /// Which of their products only a cold truck may carry.
    private Set<ProductId> cold(List<NewConsignment> fresh) {
        Set<ProductId> named =
                fresh.stream().flatMap(one -> one.products().stream()).collect(Collectors.toSet());
        if (named.isEmpty()) return Set.of();
        return products.byIds(named).values().stream()
                .filter(Product::needsColdTransport)
                .map(Product::id)
                .collect(Collectors.toSet());
    }

    private ConsignmentStore.Row row(NewConsignment one, Map<SiteId, Site> known, Set<ProductId> coldOnes) {
        boolean cold = one.handling().cold() || one.products().stream().anyMatch(coldOnes::contains);
        return switch (one.to()) {
            case Delivery.ToSite(SiteId site) ->
                new ConsignmentStore.Row(
                        one,
                        Optional.of(site),
                        Objects.requireNonNull(known.get(site)).region(),
                        Optional.empty(),
                        cold);
            case Delivery.ToDoor door ->
                new ConsignmentStore.Row(one, Optional.empty(), door.region(), Optional.of(seal(one.id(), door)), cold);
        };
    }

    private Sealed seal(ConsignmentId id, Delivery.ToDoor door) {
        return sealing.seal(String.join(BETWEEN, door.name(), door.telephone(), door.address()), doorPlace(id.value()));
    }

    Delivery.ToDoor door(Consignment of, Sealed sealed) {
        String[] parts = sealing.open(sealed, doorPlace(of.id().value())).split(BETWEEN, -1);
        return new Delivery.ToDoor(of.toRegion(), parts[0], parts[1], parts[2]);
    }

    Sealed sealReceiver(ConsignmentId id, String name) {
        return sealing.seal(name, receiverPlace(id.value()));
    }

    String receiver(ConsignmentId id, Sealed sealed) {
        return sealing.open(sealed, receiverPlace(id.value()));
    }

    static String doorPlace(UUID id) {
        return "door " + id;
    }

    static String receiverPlace(UUID id) {
        return "receiver " + id;
    }

    private void refuseOther(NewConsignment wanted, @Nullable Consignment there) {
        if (there != null && !same(wanted, there)) throw new RuleBroken(LogisticsRule.CONSIGNMENT_ID_TAKEN);
    }

    private boolean same(NewConsignment wanted, Consignment there) {
        boolean sameGoods = wanted.origin().equals(there.origin())
                && wanted.sender().equals(there.sender())
                && wanted.from().equals(there.from())
                && wanted.mass().equals(there.mass())
                && wanted.packages() == there.packages()
                && wanted.products().equals(there.products())
                && wanted.handling().litres() == there.handling().litres()
                && wanted.handling().payer().equals(there.handling().payer())
                && (!wanted.handling().cold() || there.handling().cold())
                && wanted.firstDay().equals(there.firstDay())
                && wanted.lastDay().equals(there.lastDay())
                && wanted.causeKind().equals(there.causeKind())
                && wanted.cause().equals(there.cause());
        return sameGoods
                && switch (wanted.to()) {
                    case Delivery.ToSite(SiteId site) -> there.toSite().equals(Optional.of(site));
                    case Delivery.ToDoor door ->
                        reading.seals(there)
                                .door()
                                .map(seal -> door(there, seal).equals(door))
                                .orElse(false);
                };
    }
}
