package org.farmgate.logistics.rounds;

import java.util.Locale;
import java.util.UUID;
import org.farmgate.platform.Id;

/// One vehicle's run from a depot and back.
public record RoundId(UUID value) implements Id {
    public static RoundId next() {
        return new RoundId(Id.next());
    }

    /// What people call it.
    public String number() {
        return "XL-" + toString().replace("-", "").substring(26).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
