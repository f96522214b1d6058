package org.farmgate.logistics.parcels;

import java.time.Duration;
import java.time.Instant;
import org.farmgate.place.SiteKind;

/// How long a parcel waits to be fetched before it goes back: a village counter is small, and its people
/// pass by often; a centre has room and is far for most.
public final class StorageLimit {
    private StorageLimit() {}

    public static int days(SiteKind kind) {
        return switch (kind) {
            case STATION -> 7;
            case STORE, MARKET, SHIP_TO -> 5;
            case SORTING_CENTRE, WAREHOUSE, PACKING_HOUSE -> 15;
        };
    }

    static Instant from(Instant at, SiteKind kind) {
        return at.plus(Duration.ofDays(days(kind)));
    }
}
