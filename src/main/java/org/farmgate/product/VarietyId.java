package org.farmgate.product;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A variety of a product.
public record VarietyId(UUID value) implements Id {
    public static VarietyId next() {
        return new VarietyId(Id.next());
    }

    public static VarietyId of(String text) {
        return new VarietyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
