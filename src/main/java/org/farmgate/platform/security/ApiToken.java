package org.farmgate.platform.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;

/// A program's key to the JSON API, as its organisation sees it: all but the secret.
public record ApiToken(
        TokenId id,
        PartyId organisation,
        String name,
        Set<Right> rights,
        AccountId createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {
    public ApiToken {
        rights = Set.copyOf(rights);
    }

    public record TokenId(UUID value) implements Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean worksAt(Instant now) {
        return revokedAt.isEmpty() && expiresAt.isAfter(now);
    }
}
