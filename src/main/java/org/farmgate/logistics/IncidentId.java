package org.farmgate.logistics;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Something that went wrong on the way; made by the client.
public record IncidentId(UUID value) implements Id {
    public static IncidentId next() {
        return new IncidentId(Id.next());
    }

    public static IncidentId of(String text) {
        return new IncidentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
