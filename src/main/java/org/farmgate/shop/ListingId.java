package org.farmgate.shop;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What is offered in the shop.
public record ListingId(UUID value) implements Id {
    public static ListingId next() {
        return new ListingId(Id.next());
    }

    public static ListingId of(String text) {
        return new ListingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
