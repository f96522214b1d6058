package org.farmgate.logistics.storage;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Goods that are to come to a warehouse.
public record ArrivalId(UUID value) implements Id {
    public static ArrivalId next() {
        return new ArrivalId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
