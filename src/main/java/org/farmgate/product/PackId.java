package org.farmgate.product;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A pack that a product is sold in.
public record PackId(UUID value) implements Id {
    public static PackId next() {
        return new PackId(Id.next());
    }

    public static PackId of(String text) {
        return new PackId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
