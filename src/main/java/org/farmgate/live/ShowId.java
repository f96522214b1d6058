package org.farmgate.live;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One show, planned, running or over; made by the client.
public record ShowId(UUID value) implements Id {
    public static ShowId next() {
        return new ShowId(Id.next());
    }

    public static ShowId of(String text) {
        return new ShowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
