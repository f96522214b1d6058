package org.farmgate.logistics.storage;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Goods that left a warehouse together for one place.
public record ShipmentId(UUID value) implements Id {
    public static ShipmentId next() {
        return new ShipmentId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
