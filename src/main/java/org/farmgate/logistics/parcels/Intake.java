package org.farmgate.logistics.parcels;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentMoves;
import org.farmgate.logistics.Delivery;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes parcels in over a counter.
@Component
class Intake {
    private final ParcelStore store;
    private final ParcelReadStore reading;
    private final ScanStore scans;
    private final ScanChecks checks;
    private final ParcelNetwork network;
    private final ParcelNumbers numbers;
    private final ConsignmentMoves consignments;
    private final ParcelEnding ending;
    private final Sites sites;
    private final Sealing sealing;
    private final ApplicationEventPublisher events;

    Intake(
            ParcelStore store,
            ParcelReadStore reading,
            ScanStore scans,
            ScanChecks checks,
            ParcelNetwork network,
            ParcelNumbers numbers,
            ConsignmentMoves consignments,
            ParcelEnding ending,
            Sites sites,
            Sealing sealing,
            ApplicationEventPublisher events) {
        this.store = store;
        this.reading = reading;
        this.scans = scans;
        this.checks = checks;
        this.network = network;
        this.numbers = numbers;
        this.consignments = consignments;
        this.ending = ending;
        this.sites = sites;
        this.sealing = sealing;
        this.events = events;
    }

    /// Where it goes and to whom.
    private record Course(RegionId region, Optional<SiteId> site, boolean toDoor, ParcelPeople people) {}

    @Transactional
    public Parcel takeIn(Actor actor, ParcelAccess.Post post, NewParcel wanted) {
        ParcelKey key = new ParcelKey(post.county(), wanted.id());
        Optional<Parcel> before = reading.find(key);
        if (before.isPresent()) return same(wanted, before.get());
        Instant at = wanted.at().truncatedTo(ChronoUnit.MICROS);
        checks.time(at, Instant.EPOCH);
        Course course = course(wanted);
        Parcel parcel = parcel(key, post, wanted, course, at);
        if (!store.insert(parcel, ParcelSealing.people(sealing, parcel.id(), course.people())))
            return same(wanted, reading.find(key).orElseThrow(() -> takenInBefore(wanted)));
        Instant now = checks.now();
        ScanStore.Kept kept = ScanStore.Kept.of(
                post.county(),
                new ScanId(wanted.id().value()),
                parcel.sscc().digits(),
                ScanKind.TAKE_IN,
                post.id(),
                at,
                "",
                Optional.of(key));
        if (!scans.insert(kept, actor, now)) throw new RuleBroken(ParcelRule.PARCEL_ID_USED);
        scans.steps(List.of(key), kept, Optional.of(actor), now);
        ending.begun(actor, parcel, post.site());
        events.publishEvent(new ParcelsMoved(post.county(), kept.id(), ScanKind.TAKE_IN, at));
        return parcel;
    }

    private Parcel parcel(ParcelKey key, ParcelAccess.Post post, NewParcel wanted, Course course, Instant at) {
        boolean here = course.site().equals(Optional.of(post.id())) && !course.toDoor();
        ParcelState state = new ParcelState(
                here ? ParcelStage.READY : ParcelStage.AT_SITE,
                post.id(),
                at,
                Optional.empty(),
                false,
                here ? Optional.of(StorageLimit.from(at, post.site().kind())) : Optional.empty());
        return new Parcel(
                key,
                numbers.next(),
                wanted.source(),
                post.id(),
                at,
                course.region(),
                course.site(),
                course.toDoor(),
                wanted.size().mass(),
                wanted.size().litres(),
                price(wanted, post, course),
                state);
    }

    private Money price(NewParcel wanted, ParcelAccess.Post post, Course course) {
        return switch (wanted) {
            case NewParcel.OfOrder _, NewParcel.Inbound _ -> Money.ZERO;
            case NewParcel.FromVillager _ -> {
                Optional<RegionId> county = course.site().flatMap(network::find).map(NetworkLink::county);
                ParcelTariff tariff = county.isEmpty()
                        ? ParcelTariff.OUTSIDE
                        : county.get().equals(post.county()) ? ParcelTariff.WITHIN_COUNTY : ParcelTariff.BEYOND;
                yield tariff.price(wanted.size().mass(), wanted.size().litres());
            }
        };
    }

    private Course course(NewParcel wanted) {
        return switch (wanted) {
            case NewParcel.OfOrder order -> ofOrder(order);
            case NewParcel.FromVillager villager ->
                course(
                        villager.to(),
                        new ParcelPeople(Optional.of(villager.sender()), Optional.of(villager.receiver())));
            case NewParcel.Inbound inbound ->
                course(inbound.to(), new ParcelPeople(Optional.empty(), Optional.of(inbound.receiver())));
        };
    }

    private Course course(ParcelTarget to, ParcelPeople people) {
        return switch (to) {
            case ParcelTarget.Pickup(SiteId site) -> {
                Site there = sites.get(site);
                if (network.find(site).isEmpty()) throw new RuleBroken(ParcelRule.SITE_NOT_IN_NETWORK, there.name());
                yield new Course(there.region(), Optional.of(site), false, people);
            }
            case ParcelTarget.Door(RegionId region) -> {
                if (people.receiver().filter(one -> !one.address().isEmpty()).isEmpty())
                    throw new RuleBroken(ParcelRule.PARCEL_WITHOUT_ADDRESS);
                yield new Course(region, network.siteFor(region), true, people);
            }
        };
    }

    /// As the consignment says: to the door, or to its site, to which a round brings it where that is not
    /// one of ours.
    private Course ofOrder(NewParcel.OfOrder order) {
        ConsignmentMoves.Opened opened = consignments.open(order.consignment());
        Consignment goods = opened.consignment();
        if (order.packageNumber() > goods.packages())
            throw new RuleBroken(ParcelRule.PARCEL_NOT_OF_CONSIGNMENT, goods.packages());
        Optional<SiteId> ours = goods.toSite().filter(site -> network.find(site).isPresent());
        ParcelPeople people = new ParcelPeople(Optional.empty(), opened.door().map(Intake::contact));
        if (ours.isPresent()) return new Course(goods.toRegion(), ours, false, people);
        return new Course(goods.toRegion(), network.siteFor(goods.toRegion()), true, people);
    }

    private static Contact contact(Delivery.ToDoor door) {
        return new Contact(door.name(), door.telephone(), door.address());
    }

    private Parcel same(NewParcel wanted, Parcel there) {
        boolean same = wanted.source().equals(there.source())
                && wanted.site().equals(there.takenInAt())
                && wanted.size().mass().equals(there.mass())
                && wanted.size().litres() == there.litres()
                && (wanted instanceof NewParcel.OfOrder || same(course(wanted), there));
        if (!same) throw new RuleBroken(ParcelRule.PARCEL_ID_USED);
        return there;
    }

    private boolean same(Course course, Parcel there) {
        return course.region().equals(there.toRegion())
                && course.toDoor() == there.toDoor()
                && course.people().equals(ParcelSealing.people(sealing, there.id(), reading.people(there.key())));
    }

    private RuleBroken takenInBefore(NewParcel wanted) {
        Optional<Parcel> other = switch (wanted.source()) {
            case ParcelSource.Order order ->
                reading.ofConsignment(order.consignment()).stream()
                        .filter(one -> one.source().equals(order))
                        .findFirst();
            case ParcelSource.Inbound inbound -> reading.byWaybill(inbound.waybill());
            case ParcelSource.Villager _ -> Optional.empty();
        };
        return new RuleBroken(
                ParcelRule.PARCEL_TAKEN_IN_BEFORE,
                other.map(one -> one.sscc().digits()).orElse(""));
    }
}
