package org.farmgate.place;

import java.util.UUID;
import org.farmgate.platform.Id;

/// An organisation that lies across regions, such as a production-corps division.
public record DivisionId(UUID value) implements Id {
    public static DivisionId next() {
        return new DivisionId(Id.next());
    }

    public static DivisionId of(String text) {
        return new DivisionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
