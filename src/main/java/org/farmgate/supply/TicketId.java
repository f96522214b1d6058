package org.farmgate.supply;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A weight ticket: what one grower delivered at the farm gate in one weighing.
public record TicketId(UUID value) implements Id {
    public static TicketId next() {
        return new TicketId(Id.next());
    }

    public static TicketId of(String text) {
        return new TicketId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
