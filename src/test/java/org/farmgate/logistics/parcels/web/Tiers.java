package org.farmgate.logistics.parcels.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.NewParcel;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.measure.Mass;
import org.farmgate.place.Coordinates;
import org.farmgate.place.RegionId;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;

/// A county's three tiers as the pages' tests need them: Chen Jing's centre and township, Zhao Lin's village.
@TestComponent
public class Tiers {
    private final Cast cast;
    private final Sites sites;
    private final ParcelNetwork network;
    private final Parcels parcels;
    private final Clock clock;
    private final SiteId centre;
    private final SiteId township;
    private final SiteId village;

    Tiers(Cast cast, Sites sites, ParcelNetwork network, Parcels parcels, Clock clock) {
        this.cast = cast;
        this.sites = sites;
        this.network = network;
        this.parcels = parcels;
        this.clock = clock;
        RegionId county = cast.county();
        centre = hung("County sorting centre", SiteKind.SORTING_CENTRE, county, cast.officer(), Optional.empty());
        township = hung("Willow township station", SiteKind.STATION, county, cast.officer(), Optional.of(centre));
        village = hung("Spring village station", SiteKind.STATION, county, cast.manager(), Optional.of(township));
    }

    public SiteId centre() {
        return centre;
    }

    public SiteId township() {
        return township;
    }

    public SiteId village() {
        return village;
    }

    /// A site of that name, hung below another. All of a region lie at one spot, so that nothing takes time between.
    public SiteId hung(String name, SiteKind kind, RegionId region, Actor operator, Optional<SiteId> parent) {
        SiteId id = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        name,
                        Optional.empty(),
                        region,
                        new Coordinates(38.9, 77.6),
                        operator.organisation(),
                        "Road 1",
                        false));
        network.put(cast.admin(), id, parent);
        return id;
    }

    /// To a door in the province, beyond any network.
    public Parcel toOutside(SiteId from, Mass mass) {
        return taken(from, new ParcelTarget.Door(cast.province()), mass);
    }

    public Parcel taken(SiteId from, ParcelTarget to, Mass mass) {
        return taken(from, to, mass, clock.instant());
    }

    public Parcel taken(SiteId from, ParcelTarget to, Mass mass, Instant at) {
        return parcels.takeIn(
                cast.admin(),
                new NewParcel.FromVillager(
                        ParcelId.next(),
                        from,
                        new Contact("Aygul Memet", "135 0000 1234", ""),
                        new Contact("Feng Yulan", "136 0000 5678", "Lane 9, house 4"),
                        to,
                        new NewParcel.Size(mass, 60),
                        at));
    }
}
