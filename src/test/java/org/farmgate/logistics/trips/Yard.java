package org.farmgate.logistics.trips;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.Handling;
import org.farmgate.logistics.LegRates;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.logistics.Rates;
import org.farmgate.logistics.TruckKind;
import org.farmgate.logistics.TruckKindId;
import org.farmgate.logistics.TruckKinds;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.testing.Cast;

/// A county with a packing house, trucks to hire, and stores far away.
public class Yard {
    private final Cast cast;
    private final Consignments consignments;
    private final TruckKinds kinds;
    private final Rates rates;
    private final Sites sites;
    private final Clock clock;

    Yard(Cast cast, Consignments consignments, TruckKinds kinds, Rates rates, Sites sites, Clock clock) {
        this.cast = cast;
        this.consignments = consignments;
        this.kinds = kinds;
        this.rates = rates;
        this.sites = sites;
        this.clock = clock;
    }

    public TruckKind truck(int tonnes, int perTrip, int perKilometre, boolean cold) {
        String name = tonnes + " t " + (cold ? "cold" : "plain");
        return kinds.register(
                cast.admin(),
                new TruckKind(
                        TruckKindId.next(),
                        new Multilingual(name, name, name),
                        Mass.tonnes(tonnes),
                        Money.yuan(perTrip),
                        Money.yuan(perKilometre),
                        cold,
                        800,
                        false));
    }

    public void rates() {
        rates.set(cast.admin(), new LegRates(new Price(6_000), new Price(45)));
    }

    public SiteId site(SiteKind kind, Actor operator, double lat, double lng) {
        SiteId id = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        kind + " " + id.toString().substring(30),
                        Optional.empty(),
                        lat > 37 && lng < 90 ? cast.county() : cast.province(),
                        new Coordinates(lat, lng),
                        operator.organisation(),
                        "",
                        false));
        return id;
    }

    public SiteId packingHouse(Actor operator) {
        return site(SiteKind.PACKING_HOUSE, operator, 38.9, 77.6);
    }

    /// Around a city far in the east, each a little way from the others.
    public List<SiteId> stores(int count) {
        List<SiteId> stores = new ArrayList<>();
        for (int i = 0; i < count; i++)
            stores.add(site(SiteKind.STORE, cast.buyer(), 34.0 + (i % 10) * 0.02, 113.0 + (i / 10) * 0.02));
        return stores;
    }

    public Consignment goods(PartyId sender, SiteId from, SiteId to, int kilograms) {
        return goods(sender, from, to, kilograms, Handling.PLAIN);
    }

    public Consignment goods(PartyId sender, SiteId from, SiteId to, int kilograms, Handling handling) {
        LocalDate today = LocalDate.now(clock);
        return consignments.book(new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                sender,
                from,
                new Delivery.ToSite(to),
                Mass.kilograms(kilograms),
                10,
                List.of(),
                handling,
                today,
                today.plusDays(14),
                "test.order",
                UUID.randomUUID()));
    }

    public NewTrip trip(TruckKind kind, List<Consignment> goods) {
        return new NewTrip(
                TripId.next(),
                cast.county(),
                LocalDate.now(clock),
                kind.id(),
                0,
                Optional.empty(),
                Optional.empty(),
                goods.stream().map(Consignment::id).toList());
    }

    public Trip.Carriage carriage() {
        return new Trip.Carriage(cast.carrier().organisation(), "新A·12345", "Li Wei");
    }
}
