package org.farmgate.logistics.storage;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A place in a warehouse.
public record BinId(UUID value) implements Id {
    public static BinId next() {
        return new BinId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
