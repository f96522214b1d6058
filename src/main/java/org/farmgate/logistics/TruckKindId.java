package org.farmgate.logistics;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A kind of truck with its tariff.
public record TruckKindId(UUID value) implements Id {
    public static TruckKindId next() {
        return new TruckKindId(Id.next());
    }

    public static TruckKindId of(String text) {
        return new TruckKindId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
