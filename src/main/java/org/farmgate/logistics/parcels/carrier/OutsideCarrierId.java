package org.farmgate.logistics.parcels.carrier;

import java.util.UUID;
import org.farmgate.platform.Id;

/// An outside carrier; made by the client.
public record OutsideCarrierId(UUID value) implements Id {
    public static OutsideCarrierId next() {
        return new OutsideCarrierId(Id.next());
    }

    public static OutsideCarrierId of(String text) {
        return new OutsideCarrierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
