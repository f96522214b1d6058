package org.farmgate.payment;

import java.util.UUID;
import org.farmgate.platform.Id;

/// One sum that goes back. The same one asked for twice goes back once.
public record RefundId(UUID value) implements Id {
    public static RefundId next() {
        return new RefundId(Id.next());
    }

    public static RefundId of(String text) {
        return new RefundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
