package org.farmgate.logistics.parcels;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A bag or a cage that parcels travel in.
public record ContainerId(UUID value) implements Id {
    public static ContainerId next() {
        return new ContainerId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
