package org.farmgate.party;

import java.util.Optional;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A new person of an organisation, with a role and a sign-in, in one step: all of it or nothing.
@Service
@Transactional
public class Hiring {
    private final Parties parties;
    private final Memberships memberships;
    private final Accounts accounts;

    Hiring(Parties parties, Memberships memberships, Accounts accounts) {
        this.parties = parties;
        this.memberships = memberships;
        this.accounts = accounts;
    }

    /// The same id again is the same person: nothing more happens. Refuses as [Parties#register],
    /// [Memberships#join] and [Accounts#open].
    ///
    /// @param password the first one; the person changes it
    public Party hire(Actor actor, PartyId id, String name, MemberRole role, String username, String password) {
        actor.require(Right.MANAGE_ORGANISATION);
        if (role == MemberRole.MEMBER) throw new RuleBroken(PartyRule.MEMBER_IS_FOR_GROWERS);
        boolean known = parties.find(id).isPresent();
        Party person = parties.register(
                actor,
                new NewParty(
                        id,
                        PartyKind.PERSON,
                        Optional.empty(),
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        if (known) return person;
        memberships.join(actor, MembershipId.next(), id, actor.organisation(), role);
        accounts.open(Optional.of(actor), id, username, password);
        return person;
    }

    /// A sign-in for a grower whom one looks after, so that they can look for themselves; administrators
    /// give one to any person. Refuses by KIND_NOT_YOURS, PARTY_ERASED and as [Accounts#open].
    public void giveSignIn(Actor actor, PartyId person, String username, String password) {
        Party party = parties.see(actor, person);
        boolean may = switch (party.kind()) {
            case GROWER -> actor.may(Right.ADMINISTER) || actor.may(Right.MANAGE_ORGANISATION);
            case PERSON -> actor.may(Right.ADMINISTER);
            case COOPERATIVE, PROCESSOR, COMPANY, BUYER, COUNTY_CENTRE, PAIRING_OFFICE, CARRIER, OPERATOR -> false;
        };
        if (!may) throw new RuleBroken(PartyRule.KIND_NOT_YOURS);
        if (party.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        accounts.open(Optional.of(actor), person, username, password);
    }
}
