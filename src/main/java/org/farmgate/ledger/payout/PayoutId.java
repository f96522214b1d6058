package org.farmgate.ledger.payout;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A batch of payments.
public record PayoutId(UUID value) implements Id {
    public static PayoutId next() {
        return new PayoutId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
