package org.farmgate.supply;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A source of supply: a field, an apiary, a herd, a workshop.
public record PlotId(UUID value) implements Id {
    public static PlotId next() {
        return new PlotId(Id.next());
    }

    public static PlotId of(String text) {
        return new PlotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
