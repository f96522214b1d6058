package org.farmgate.stock;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Sold packs that leave for a buyer. Made by the asker: sent twice it is one.
public record PickId(UUID value) implements Id {
    public static PickId next() {
        return new PickId(Id.next());
    }

    public static PickId of(String text) {
        return new PickId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
