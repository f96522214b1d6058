package org.farmgate.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.NewParcel;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.springframework.stereotype.Component;

/// Two counties' networks, and some parcels on their way.
@Component
class ParcelLoading {
    private final ParcelNetwork network;
    private final Parcels parcels;
    private final Scans scans;
    private final Clock clock;

    ParcelLoading(ParcelNetwork network, Parcels parcels, Scans scans, Clock clock) {
        this.network = network;
        this.parcels = parcels;
        this.scans = scans;
        this.clock = clock;
    }

    void load(Actor operator) {
        for (Table.Row row : Table.read("parcel_sites").rows())
            network.put(
                    operator,
                    Named.site(row.text("site")),
                    row.optional("parent").map(Named::site));
        int ordinal = 0;
        for (Table.Row row : Table.read("parcels").rows()) move(operator, row, takenIn(operator, row, ++ordinal));
    }

    private Parcel takenIn(Actor operator, Table.Row row, int ordinal) {
        Instant at = hoursAgo(row.count("hours_ago"));
        SiteId site = Named.site(row.text("site"));
        ParcelTarget to = row.optional("to_site")
                .<ParcelTarget>map(key -> new ParcelTarget.Pickup(Named.site(key)))
                .orElseGet(() -> new ParcelTarget.Door(Named.region(row.text("to_region"))));
        var size = new NewParcel.Size(new Mass(row.number("grams")), row.count("litres"));
        Contact receiver = contact(row.text("receiver"), 100 + ordinal, row.optional("address"));
        NewParcel parcel = row.optional("carrier")
                .<NewParcel>map(carrier -> new NewParcel.Inbound(
                        Named.parcel(row.key()),
                        site,
                        new ParcelSource.Inbound(carrier, row.text("waybill")),
                        receiver,
                        to,
                        size,
                        at))
                .orElseGet(() -> new NewParcel.FromVillager(
                        Named.parcel(row.key()),
                        site,
                        contact(row.text("sender"), ordinal, Optional.empty()),
                        receiver,
                        to,
                        size,
                        at));
        return parcels.takeIn(operator, parcel);
    }

    /// Nobody's telephone.
    private static Contact contact(String name, int number, Optional<String> address) {
        return new Contact(name, "138 0000 %04d".formatted(number), address.orElse(""));
    }

    /// `OUT station-bulak 72;IN station-nanhu 71`: what happened where and how many hours ago.
    private void move(Actor operator, Table.Row row, Parcel parcel) {
        if (row.optional("scans").isEmpty()) return;
        int ordinal = 0;
        for (String step : row.text("scans").split(";")) {
            String[] parts = step.split(" ");
            scans.record(
                            operator,
                            Scan.of(
                                    Named.scan(row.key(), ++ordinal),
                                    parcel.sscc().digits(),
                                    Named.site(parts[1]),
                                    ScanKind.valueOf(parts[0]),
                                    hoursAgo(Integer.parseInt(parts[2]))))
                    .orThrow();
        }
    }

    private Instant hoursAgo(int hours) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(hours));
    }
}
