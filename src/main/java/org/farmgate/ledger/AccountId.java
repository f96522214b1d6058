package org.farmgate.ledger;

import java.util.UUID;
import org.farmgate.platform.Id;

/// Names an account; derived from what the account is, see [AccountKey#id].
public record AccountId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
