package org.farmgate.party;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;

/// That a person belongs to an organisation, from when to when. A new role is a new membership: who could do what
/// at any time stays readable.
public record Membership(
        MembershipId id,
        PartyId person,
        PartyId organisation,
        MemberRole role,
        Instant beganAt,
        Optional<Instant> endedAt) {
    public record MembershipId(UUID value) implements Id {
        public static MembershipId next() {
            return new MembershipId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
