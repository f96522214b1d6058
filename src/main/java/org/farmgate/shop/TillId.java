package org.farmgate.shop;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A counter that sells.
public record TillId(UUID value) implements Id {
    public static TillId next() {
        return new TillId(Id.next());
    }

    public static TillId of(String text) {
        return new TillId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
