package org.farmgate.stock;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A sellable row. Ordered as the database orders it, so that everybody comes to several rows in one order.
public record SellableId(UUID value) implements Id, Comparable<SellableId> {
    public static SellableId next() {
        return new SellableId(Id.next());
    }

    public static SellableId of(String text) {
        return new SellableId(UUID.fromString(text));
    }

    @Override
    public int compareTo(SellableId other) {
        return PositionKey.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
