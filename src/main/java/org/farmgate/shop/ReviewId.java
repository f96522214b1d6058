package org.farmgate.shop;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What a buyer says of one order line. It follows from the line, so there is one for each.
public record ReviewId(UUID value) implements Id {
    public static ReviewId of(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    static ReviewId of(OrderId order, int line) {
        return new ReviewId(Derived.id(order.value(), "review " + line));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
