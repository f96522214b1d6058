package org.farmgate.ledger;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Names an amount that is set aside.
public record HoldId(UUID value) implements Id {
    public static HoldId next() {
        return new HoldId(Id.next());
    }

    /// The same cause and leg is the same hold.
    public static HoldId of(String causeKind, UUID cause, String leg) {
        return new HoldId(TransferId.of("hold " + causeKind, cause, leg).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
