package org.farmgate.logistics;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Goods to be moved from one place to another inside a window.
public record ConsignmentId(UUID value) implements Id {
    public static ConsignmentId next() {
        return new ConsignmentId(Id.next());
    }

    public static ConsignmentId of(String text) {
        return new ConsignmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
