package org.farmgate.shop;

import java.util.UUID;
import org.farmgate.platform.Id;

/// The orders that one transaction of the intake wrote.
public record BatchId(UUID value) implements Id {
    public static BatchId next() {
        return new BatchId(Id.next());
    }

    public static BatchId of(String text) {
        return new BatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
