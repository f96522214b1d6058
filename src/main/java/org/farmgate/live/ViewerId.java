package org.farmgate.live;

import java.time.Instant;
import java.util.UUID;
import org.farmgate.platform.Id;

/// One browser that watches or writes. It tells nobody who sits before it; made by the server alone.
public record ViewerId(UUID value) implements Id {
    public static ViewerId next() {
        return new ViewerId(Id.next());
    }

    /// When the browser was first seen: what a version 7 UUID begins with.
    public Instant firstCame() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
