package org.farmgate.logistics.storage;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One product that one store gets from one owner.
public record StoreLineId(UUID value) implements Id {
    public static StoreLineId next() {
        return new StoreLineId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
