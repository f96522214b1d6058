package org.farmgate.party;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.Account;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the law on personal information gives everybody: all that is kept about them, to take along; and to be
/// forgotten, by making it name nobody. Contracts and books stay, since the other side has a right to them too.
@Service
@Transactional
public class Erasures {
    private final PartyStore parties;
    private final MembershipStore memberships;
    private final ConsentStore consents;
    private final NumberStore numbers;
    private final Accounts accounts;
    private final ObjectProvider<PersonalData> elsewhere;
    private final Audit audit;
    private final Clock clock;

    Erasures(
            PartyStore parties,
            MembershipStore memberships,
            ConsentStore consents,
            NumberStore numbers,
            Accounts accounts,
            ObjectProvider<PersonalData> elsewhere,
            Audit audit,
            Clock clock) {
        this.parties = parties;
        this.memberships = memberships;
        this.consents = consents;
        this.numbers = numbers;
        this.accounts = accounts;
        this.elsewhere = elsewhere;
        this.audit = audit;
        this.clock = clock;
    }

    /// All that is kept about a person, for themselves or on an administrator's hand; numbers stay masked.
    public Map<String, Object> export(Actor actor, PartyId person) {
        Party party = require(actor, person);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("party", party);
        all.put("accounts", accounts.of(person).stream().map(Account::username).toList());
        all.put("memberships", memberships.of(person));
        all.put("consents", consents.of(person));
        all.put("numbers", numbers.masked(person));
        List<PersonalData> parts = elsewhere.orderedStream().toList();
        parts.forEach(part -> all.put(part.part(), part.export(person)));
        audit.record(actor, "person.exported", "party", person, Map.of());
        return all;
    }

    /// Refuses by OPERATOR_STAYS, PARTY_ERASED. It cannot be taken back.
    public void erase(Actor actor, PartyId person) {
        Party party = require(actor, person);
        if (party.kind() == PartyKind.OPERATOR) throw new RuleBroken(PartyRule.OPERATOR_STAYS);
        if (party.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        requireNotTheLast(person);
        Instant now = clock.instant();
        elsewhere.orderedStream().forEach(part -> part.erase(person));
        accounts.closeFor(person);
        numbers.remove(person);
        consents.withdrawAll(person, actor.person(), now);
        memberships.endAll(person, now);
        parties.erase(person, now);
        audit.record(actor, "person.erased", "party", person, Map.of("code", party.code()));
    }

    private void requireNotTheLast(PartyId person) {
        for (Membership one : memberships.of(person))
            if (one.endedAt().isEmpty()
                    && one.role() == MemberRole.MANAGER
                    && memberships.managersForUpdate(one.organisation()).equals(java.util.Set.of(person)))
                throw new RuleBroken(PartyRule.LAST_MANAGER);
    }

    /// The person, where the asker may export or erase: oneself, or an administrator anybody.
    public Party require(Actor actor, PartyId person) {
        Party party = parties.find(person).orElseThrow(() -> new NotFound("party", person));
        if (!actor.person().equals(person) && !actor.may(Right.ADMINISTER)) throw new NotFound("party", person);
        return party;
    }
}
