package org.farmgate.trade;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What a buyer wants, for one or many ship-to places.
public record DemandId(UUID value) implements Id {
    public static DemandId next() {
        return new DemandId(Id.next());
    }

    public static DemandId of(String text) {
        return new DemandId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
