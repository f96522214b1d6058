package org.farmgate.platform;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who is asking: a person signed in, or a token, always acting for one organisation (a grower acts for their own
/// household, which is a party too). One person may act for several and switches between them.
///
/// @param organisation for whom they act
/// @param region the region that the organisation looks after or lies in, as `place` keeps it; empty where it has
///     none
/// @param everywhere whether the rights reach every organisation's rows (the installation's planners and
/// administrators)
public record Actor(
        AccountId account,
        PartyId person,
        String personName,
        PartyId organisation,
        String organisationName,
        Optional<UUID> region,
        boolean everywhere,
        Set<Right> rights) {
    public Actor {
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /// Refuses by [Denied].
    public void require(Right right) {
        if (!may(right)) throw new Denied(right);
    }

    public boolean actsFor(PartyId party) {
        return organisation.equals(party);
    }
}
