package org.farmgate.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// In which capacities a person may act. Asked on sign-in, on switching and on each request, so that a membership
/// that ends ends at once. Implemented by `party`, which stands above.
public interface Capacities {
    /// For whom a person may act, the usual one first; empty where they belong to nobody.
    List<Capacity> of(PartyId person);

    /// What a token of that organisation may do, before its own narrower list of rights.
    Optional<Capacity> ofOrganisation(PartyId organisation);

    /// The name to greet a person by.
    String nameOf(PartyId person);

    /// See [Actor] for the components.
    record Capacity(PartyId organisation, String name, Optional<UUID> region, boolean everywhere, Set<Right> rights) {}
}
