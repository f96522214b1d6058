package org.farmgate.supply;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What one grower expects of one product and grade in one week; it keeps its revisions.
public record ForecastId(UUID value) implements Id {
    public static ForecastId next() {
        return new ForecastId(Id.next());
    }

    public static ForecastId of(String text) {
        return new ForecastId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
