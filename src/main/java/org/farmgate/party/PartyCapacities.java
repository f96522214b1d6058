package org.farmgate.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Capacities;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the platform for whom somebody may act and with which rights, straight from the memberships of this moment.
@Component
@Transactional(readOnly = true)
class PartyCapacities implements Capacities {
    private final PartyStore parties;
    private final MembershipStore memberships;

    PartyCapacities(PartyStore parties, MembershipStore memberships) {
        this.parties = parties;
        this.memberships = memberships;
    }

    /// A grower's own household comes first.
    @Override
    public List<Capacity> of(PartyId person) {
        List<Capacity> capacities = new ArrayList<>();
        parties.find(person)
                .filter(party -> party.kind() == PartyKind.GROWER && !party.erased())
                .map(party -> capacity(party, RightsTable.of(PartyKind.GROWER, MemberRole.MANAGER)))
                .ifPresent(capacities::add);
        memberships.postsOf(person).stream()
                .map(post -> new Capacity(
                        post.organisation(),
                        post.name(),
                        post.region().map(RegionId::value),
                        post.kind() == PartyKind.OPERATOR,
                        RightsTable.of(post.kind(), post.role())))
                .forEach(capacities::add);
        return capacities;
    }

    @Override
    public Optional<Capacity> ofOrganisation(PartyId organisation) {
        return parties.find(organisation)
                .filter(party -> !party.erased())
                .map(party -> capacity(party, RightsTable.all(party.kind())));
    }

    @Override
    public String nameOf(PartyId person) {
        return parties.find(person).map(Party::name).orElse(Party.NOBODY);
    }

    private static Capacity capacity(Party party, Set<Right> rights) {
        return new Capacity(
                party.id(),
                party.name(),
                party.region().map(RegionId::value),
                party.kind() == PartyKind.OPERATOR,
                rights);
    }
}
