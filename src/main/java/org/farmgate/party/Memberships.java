package org.farmgate.party;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who belongs to which organisation. What one may do there follows from it at the next request.
@Service
@Transactional
public class Memberships {
    private final MembershipStore store;
    private final PartyStore parties;
    private final Audit audit;
    private final Clock clock;

    Memberships(MembershipStore store, PartyStore parties, Audit audit, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes a person in. By the organisation's managers, or the operator. The same again changes nothing.
    /// Refuses by NOT_A_PERSON, NOT_AN_ORGANISATION, MEMBER_IS_FOR_GROWERS, ALREADY_A_MEMBER.
    public Membership join(Actor actor, MembershipId id, PartyId person, PartyId organisation, MemberRole role) {
        requireManages(actor, organisation, role);
        Optional<Membership> earlier = store.find(id);
        if (earlier.isPresent()) {
            Membership same = earlier.get();
            if (same.person().equals(person) && same.organisation().equals(organisation) && same.role() == role)
                return same;
            throw new RuleBroken(PartyRule.ALREADY_A_MEMBER);
        }
        requireFit(parties.byIds(List.of(person, organisation)), person, organisation, role);
        var membership = new Membership(id, person, organisation, role, clock.instant(), Optional.empty());
        if (store.insert(List.of(membership)) == 0) throw new RuleBroken(PartyRule.ALREADY_A_MEMBER);
        audit.record(
                actor,
                "membership.begun",
                "party",
                person,
                Map.of("role", role.name(), "organisation", organisation.toString()));
        return membership;
    }

    /// Many growers become members of a cooperative at once; those that are already stay so.
    public void joinAll(Actor actor, List<PartyId> growers, PartyId cooperative) {
        requireManages(actor, cooperative, MemberRole.MEMBER);
        Map<PartyId, Party> known = parties.byIds(growers);
        Party organisation = parties.find(cooperative).orElseThrow(() -> new NotFound("party", cooperative));
        if (organisation.kind() != PartyKind.COOPERATIVE
                || known.values().stream().anyMatch(party -> party.kind() != PartyKind.GROWER))
            throw new RuleBroken(PartyRule.MEMBER_IS_FOR_GROWERS);
        Instant now = clock.instant();
        List<Membership> memberships = growers.stream()
                .map(grower -> new Membership(
                        MembershipId.next(), grower, cooperative, MemberRole.MEMBER, now, Optional.empty()))
                .toList();
        if (memberships.isEmpty()) return;
        store.insert(memberships);
        audit.record(
                actor,
                "membership.begun",
                "party",
                cooperative,
                Map.of("count", String.valueOf(growers.size()), "role", MemberRole.MEMBER.name()));
    }

    /// Ends it, from now on; by the organisation's managers, or by oneself. One that has ended stays so. Refuses by
    /// LAST_MANAGER.
    public void leave(Actor actor, MembershipId id) {
        Membership membership = store.find(id).orElseThrow(() -> new NotFound("membership", id));
        boolean own = membership.person().equals(actor.person());
        if (!own) requireManages(actor, membership.organisation(), membership.role());
        if (membership.role() == MemberRole.MANAGER) {
            Set<PartyId> managers = store.managersForUpdate(membership.organisation());
            if (managers.equals(Set.of(membership.person()))) throw new RuleBroken(PartyRule.LAST_MANAGER);
        }
        if (store.end(id, clock.instant()))
            audit.record(
                    actor,
                    "membership.ended",
                    "party",
                    membership.person(),
                    Map.of(
                            "role",
                            membership.role().name(),
                            "organisation",
                            membership.organisation().toString()));
    }

    /// All of a person's, the ones in force first.
    @Transactional(readOnly = true)
    public List<Membership> of(PartyId person) {
        return store.of(person);
    }

    /// Those who work for it now.
    @Transactional(readOnly = true)
    public List<Membership> staff(PartyId organisation) {
        return store.staffOf(organisation);
    }

    /// The growers of a cooperative.
    @Transactional(readOnly = true)
    public Slice<Membership> growers(PartyId organisation, Paging paging) {
        return store.growers(organisation, paging);
    }

    private void requireManages(Actor actor, PartyId organisation, MemberRole role) {
        boolean growersOnly = role == MemberRole.MEMBER && actor.may(Right.MANAGE_PARTIES);
        if (actor.everywhere() && actor.may(Right.ADMINISTER)) return;
        if (!actor.actsFor(organisation)) throw new NotFound("party", organisation);
        if (!growersOnly) actor.require(Right.MANAGE_ORGANISATION);
    }

    private static void requireFit(
            Map<PartyId, Party> known, PartyId personId, PartyId organisationId, MemberRole role) {
        Party person = known.get(personId);
        Party organisation = known.get(organisationId);
        if (person == null) throw new NotFound("party", personId);
        if (organisation == null) throw new NotFound("party", organisationId);
        if (person.erased() || organisation.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        if (person.kind().isOrganisation()) throw new RuleBroken(PartyRule.NOT_A_PERSON);
        if (!organisation.kind().isOrganisation()) throw new RuleBroken(PartyRule.NOT_AN_ORGANISATION);
        boolean grower = person.kind() == PartyKind.GROWER && organisation.kind() == PartyKind.COOPERATIVE;
        if (role == MemberRole.MEMBER && !grower) throw new RuleBroken(PartyRule.MEMBER_IS_FOR_GROWERS);
    }
}
