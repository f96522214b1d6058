package org.farmgate.product;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A product, such as the late Hami melon.
public record ProductId(UUID value) implements Id {
    public static ProductId next() {
        return new ProductId(Id.next());
    }

    public static ProductId of(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
