package org.farmgate.logistics.rounds;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A reckoning that proposes a day's rounds.
public record RoundPlanId(UUID value) implements Id {
    public static RoundPlanId next() {
        return new RoundPlanId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
