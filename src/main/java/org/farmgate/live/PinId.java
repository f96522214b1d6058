package org.farmgate.live;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One pinning of an item; made by the client, so that pinning twice is once.
public record PinId(UUID value) implements Id {
    public static PinId next() {
        return new PinId(Id.next());
    }

    public static PinId of(String text) {
        return new PinId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
