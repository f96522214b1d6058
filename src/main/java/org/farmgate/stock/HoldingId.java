package org.farmgate.stock;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A part of a position set aside, or packs added to a sellable row. Made by the asker: sent twice it is one.
public record HoldingId(UUID value) implements Id {
    public static HoldingId next() {
        return new HoldingId(Id.next());
    }

    public static HoldingId of(String text) {
        return new HoldingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
