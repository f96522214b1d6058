package org.farmgate.logistics.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.logistics.rounds.Vehicle.VehicleId;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// A depot of the cooperative with what rounds need, made through the facades. Li Na drives, Zhao Lin plans.
@Lazy
@TestComponent
public class RoundYard {
    private final Cast cast;
    private final Sites sites;
    private final Vehicles vehicles;
    private final Rounds rounds;
    private final Consignments consignments;
    private final Clock clock;

    RoundYard(Cast cast, Sites sites, Vehicles vehicles, Rounds rounds, Consignments consignments, Clock clock) {
        this.cast = cast;
        this.sites = sites;
        this.vehicles = vehicles;
        this.rounds = rounds;
        this.consignments = consignments;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public SiteId site(SiteKind kind, Actor operator, double latitude, double longitude) {
        SiteId id = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        kind + " " + id.toString().substring(24),
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(latitude, longitude),
                        operator.organisation(),
                        "Road 1",
                        false));
        return id;
    }

    public SiteId depot() {
        return site(SiteKind.PACKING_HOUSE, cast.manager(), 38.9, 77.6);
    }

    /// So many stores, each some kilometres farther out to the north.
    public List<SiteId> stores(int count) {
        List<SiteId> stores = new ArrayList<>();
        for (int i = 0; i < count; i++) stores.add(site(SiteKind.STORE, cast.buyer(), 38.9 + 0.04 * (i + 1), 77.6));
        return stores;
    }

    public Vehicle vehicle(Actor owner, long kilograms) {
        return vehicles.register(
                owner,
                new Vehicle(
                        VehicleId.next(),
                        owner.organisation(),
                        "T" + UUID.randomUUID().toString().substring(0, 8),
                        Mass.kilograms(kilograms),
                        20_000,
                        false,
                        Money.yuan(100),
                        Money.yuan(2),
                        false));
    }

    public UUID consignment(SiteId from, Delivery to, long kilograms) {
        NewConsignment wanted = wanted(from, to, kilograms);
        consignments.book(wanted);
        return wanted.id().value();
    }

    /// Many at once, spread over the stores in turn.
    public List<UUID> consignments(SiteId from, List<SiteId> stores, int count, long kilograms) {
        List<NewConsignment> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++)
            wanted.add(wanted(from, new Delivery.ToSite(stores.get(i % stores.size())), kilograms));
        consignments.bookAll(wanted);
        return wanted.stream().map(one -> one.id().value()).toList();
    }

    private NewConsignment wanted(SiteId from, Delivery to, long kilograms) {
        return new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                cast.manager().organisation(),
                from,
                to,
                Mass.kilograms(kilograms),
                2,
                today(),
                today().plusDays(2),
                "test.order",
                UUID.randomUUID());
    }

    public Round draft(SiteId depot, PartyId driver) {
        return draft(depot, driver, vehicle(cast.manager(), 5000));
    }

    public Round draft(SiteId depot, PartyId driver, Vehicle vehicle) {
        return rounds.make(
                cast.manager(),
                new NewRound(
                        RoundId.next(),
                        depot,
                        today(),
                        vehicle.id(),
                        Optional.of(driver),
                        new Shift(LocalTime.of(8, 0), LocalTime.of(18, 0))));
    }

    /// A draft with a delivery to each of these stores.
    public Round filled(SiteId depot, PartyId driver, List<SiteId> stores) {
        Round round = draft(depot, driver);
        List<UUID> goods = consignments(depot, stores, stores.size(), 100);
        return rounds.add(cast.manager(), round.id(), round.version(), goods);
    }

    public Round published(SiteId depot, PartyId driver, List<SiteId> stores) {
        Round round = filled(depot, driver, stores);
        return rounds.publish(cast.manager(), round.id(), round.version());
    }

    /// Of the cooperative, and drives only this test's rounds.
    public Actor driver(String name) {
        return cast.joins(
                cast.manager().organisation(),
                "Driver " + name,
                name + UUID.randomUUID().toString().substring(0, 8),
                org.farmgate.party.MemberRole.CLERK);
    }
}
