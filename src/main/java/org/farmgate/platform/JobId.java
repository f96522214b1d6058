package org.farmgate.platform;

import java.util.UUID;

/// A piece of long work that can be left and found again.
public record JobId(UUID value) implements Id {
    public static JobId next() {
        return new JobId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
