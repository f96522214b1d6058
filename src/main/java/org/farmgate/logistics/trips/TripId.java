package org.farmgate.logistics.trips;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One truck run; made by the client.
public record TripId(UUID value) implements Id {
    public static TripId next() {
        return new TripId(Id.next());
    }

    public static TripId of(String text) {
        return new TripId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
