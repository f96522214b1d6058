package org.farmgate.supply;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What one grower brought in from one plot on one day.
public record HarvestId(UUID value) implements Id {
    public static HarvestId next() {
        return new HarvestId(Id.next());
    }

    public static HarvestId of(String text) {
        return new HarvestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
