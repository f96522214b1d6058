package org.farmgate.party;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.platform.Audit;
import org.farmgate.platform.Founding;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first organisation and the first person of an empty installation.
@Component
@Transactional
class PartyFounding implements Founding {
    private final PartyStore parties;
    private final MembershipStore memberships;
    private final Audit audit;
    private final Clock clock;

    PartyFounding(PartyStore parties, MembershipStore memberships, Audit audit, Clock clock) {
        this.parties = parties;
        this.memberships = memberships;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PartyId found(String organisationName, String personName) {
        Party operator = party(PartyKind.OPERATOR, organisationName);
        Party person = party(PartyKind.PERSON, personName);
        parties.insert(List.of(operator, person), Optional.empty());
        memberships.insert(List.of(new Membership(
                MembershipId.next(),
                person.id(),
                operator.id(),
                MemberRole.MANAGER,
                clock.instant(),
                Optional.empty())));
        audit.record(Optional.empty(), "installation.founded", "party", operator.id(), java.util.Map.of());
        return person.id();
    }

    private Party party(PartyKind kind, String name) {
        Instant now = clock.instant();
        String code =
                "%s-%06d".formatted(kind.codePrefix(), parties.codeNumbers(1).getFirst());
        return new Party(
                PartyId.next(),
                kind,
                code,
                name.strip(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                false);
    }
}
