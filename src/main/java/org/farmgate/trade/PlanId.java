package org.farmgate.trade;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One docking of a season, stored with its result.
public record PlanId(UUID value) implements Id {
    public static PlanId next() {
        return new PlanId(Id.next());
    }

    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
