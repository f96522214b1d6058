package org.farmgate.shop;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Made by the client for one cart: the same key always answers the same orders.
public record OrderKey(UUID value) implements Id {
    public static OrderKey next() {
        return new OrderKey(Id.next());
    }

    public static OrderKey of(String text) {
        return new OrderKey(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
