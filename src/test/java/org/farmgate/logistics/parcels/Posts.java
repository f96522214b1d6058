package org.farmgate.logistics.parcels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Mass;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Two counties' networks for tests: here a village, a township and a centre, there a centre with a station.
/// All are a morning's drive apart. Times are hours ago, so that there is time to drive.
@Lazy
@TestComponent
public class Posts {
    private final Cast cast;
    private final Sites sites;
    private final ParcelNetwork network;
    private final Parcels parcels;
    private final Scans scans;
    private final Clock clock;
    private final SiteId centre;
    private final SiteId township;
    private final SiteId village;
    private final SiteId otherCentre;
    private final SiteId otherStation;

    Posts(Cast cast, Sites sites, ParcelNetwork network, Parcels parcels, Scans scans, Clock clock) {
        this.cast = cast;
        this.sites = sites;
        this.network = network;
        this.parcels = parcels;
        this.scans = scans;
        this.clock = clock;
        centre = hung(SiteKind.SORTING_CENTRE, cast.county(), 38.90, cast.officer(), Optional.empty());
        township = hung(SiteKind.STATION, cast.county(), 38.95, cast.officer(), Optional.of(centre));
        village = hung(SiteKind.STATION, cast.county(), 39.00, cast.manager(), Optional.of(township));
        otherCentre = hung(SiteKind.SORTING_CENTRE, cast.otherCounty(), 38.20, cast.admin(), Optional.empty());
        otherStation = hung(SiteKind.STATION, cast.otherCounty(), 38.25, cast.otherManager(), Optional.of(otherCentre));
    }

    SiteId centre() {
        return centre;
    }

    SiteId township() {
        return township;
    }

    /// Of the cooperative, in the middle of the county.
    SiteId village() {
        return village;
    }

    SiteId otherCentre() {
        return otherCentre;
    }

    SiteId otherStation() {
        return otherStation;
    }

    SiteId site(SiteKind kind, RegionId region, double latitude, PartyId operator) {
        SiteId id = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        kind + " " + id,
                        Optional.empty(),
                        region,
                        new Coordinates(latitude, 77.6),
                        operator,
                        "Road 1",
                        false));
        return id;
    }

    SiteId hung(SiteKind kind, RegionId region, double latitude, Actor operator, Optional<SiteId> parent) {
        SiteId id = site(kind, region, latitude, operator.organisation());
        network.put(cast.admin(), id, parent);
        return id;
    }

    Instant hoursAgo(int hours) {
        return clock.instant().minus(Duration.ofHours(hours)).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    static Contact person(String name) {
        return new Contact(name, "135 0000 1234", "Lane 9, house 4");
    }

    static NewParcel.Size size() {
        return new NewParcel.Size(new Mass(2_000), 8);
    }

    NewParcel.FromVillager wanted(SiteId from, ParcelTarget to) {
        return new NewParcel.FromVillager(
                ParcelId.next(), from, person("Aygul Memet"), person("Feng Yulan"), to, size(), hoursAgo(40));
    }

    /// Of an order, for a door in the other county.
    NewConsignment goods(int packages) {
        return new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                cast.manager().organisation(),
                village,
                new Delivery.ToDoor(cast.otherCounty(), "Feng Yulan", "135 0000 1234", "Lane 9, house 4"),
                Mass.kilograms(4),
                packages,
                LocalDate.now(clock),
                LocalDate.now(clock).plusDays(3),
                "test.order",
                UUID.randomUUID());
    }

    /// Taken in forty hours ago.
    Parcel taken(SiteId from, SiteId to) {
        return parcels.takeIn(cast.admin(), wanted(from, new ParcelTarget.Pickup(to)));
    }

    Scan scan(Parcel parcel, SiteId site, ScanKind kind, int hoursAgo) {
        return Scan.of(ScanId.next(), parcel.sscc().digits(), site, kind, hoursAgo(hoursAgo));
    }

    ScanAnswer scanned(Parcel parcel, SiteId site, ScanKind kind, int hoursAgo) {
        return scans.record(cast.admin(), scan(parcel, site, kind, hoursAgo));
    }

    ScanAnswer recorded(Scan scan) {
        return scans.record(cast.admin(), scan);
    }

    Parcel now(Parcel parcel) {
        return parcels.see(cast.admin(), parcel.id());
    }

    Parcel waitingAtVillage() {
        Parcel parcel = taken(centre, village);
        scanned(parcel, centre, ScanKind.OUT, 30);
        scanned(parcel, village, ScanKind.IN, 25);
        return now(parcel);
    }
}
