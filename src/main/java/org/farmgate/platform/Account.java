package org.farmgate.platform;

import java.time.Instant;
import java.util.Optional;

/// A person's sign-in. It is disabled, never deleted: the audit trail goes on naming it.
public record Account(AccountId id, PartyId person, String username, Instant createdAt, Optional<Instant> disabledAt) {
    public boolean disabled() {
        return disabledAt.isPresent();
    }
}
