package org.farmgate.stock;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A quantity of one product and grade, harvested or made.
public record LotId(UUID value) implements Id {
    public static LotId next() {
        return new LotId(Id.next());
    }

    public static LotId of(String text) {
        return new LotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
