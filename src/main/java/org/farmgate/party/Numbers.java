package org.farmgate.party;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.jobs.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Identity and bank numbers: sealed as they come in, shown masked, opened for a reason that the audit
/// trail keeps.
@Service
@Transactional
public class Numbers {
    private static final int RESEALED_AT_ONCE = 500;

    private final NumberStore store;
    private final Sealing keys;
    private final Parties parties;
    private final Consents consents;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;
    private final List<SealedRows> others;

    Numbers(
            NumberStore store,
            Sealing keys,
            Parties parties,
            Consents consents,
            Jobs jobs,
            Audit audit,
            Clock clock,
            ObjectProvider<SealedRows> others) {
        this.others = others.stream().toList();
        this.store = store;
        this.keys = keys;
        this.parties = parties;
        this.consents = consents;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps a number in place of the earlier one: one's own, or with the person's recorded consent to keep
    /// it. Refuses by NO_CONSENT, PARTY_ERASED, and as input by what the kind's check digit says.
    public void keep(Actor actor, PartyId party, NumberKind kind, String typed) {
        Party whose = parties.see(actor, party);
        if (whose.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        boolean own = actor.person().equals(party) || actor.actsFor(party) && actor.may(Right.MANAGE_ORGANISATION);
        if (!own) {
            actor.require(Right.MANAGE_PARTIES);
            if (whose.kind().isOrganisation()) throw new NotFound("party", party);
            if (!consents.isGiven(party, actor.organisation(), ConsentPurpose.KEEP_NUMBERS))
                throw new RuleBroken(PartyRule.NO_CONSENT, whose.name());
        }
        String number = kind.checked(typed);
        store.keep(
                party,
                kind,
                keys.seal(number, place(party, kind)),
                kind.masked(number),
                actor.person(),
                clock.instant());
        audit.record(actor, "number.kept", "party", party, Map.of("kind", kind.name()));
    }

    /// The masks, by kind; nothing for a kind that is not kept. An organisation's are its own people's to
    /// see.
    @Transactional(readOnly = true)
    public Map<NumberKind, String> masked(Actor actor, PartyId party) {
        Party whose = parties.see(actor, party);
        boolean own = actor.actsFor(party) || actor.everywhere();
        return whose.kind().isOrganisation() && !own ? Map.of() : store.masked(party);
    }

    /// The number itself. Needs REVEAL_NUMBERS unless it is one's own. Refuses by REASON_MISSING,
    /// KEY_MISSING.
    public String reveal(Actor actor, PartyId party, NumberKind kind, String reason) {
        parties.see(actor, party);
        if (!actor.person().equals(party)) {
            actor.require(Right.REVEAL_NUMBERS);
            boolean theirs = actor.everywhere()
                    || actor.actsFor(party)
                    || consents.isGiven(party, actor.organisation(), ConsentPurpose.KEEP_NUMBERS);
            if (!theirs)
                throw new RuleBroken(PartyRule.NO_CONSENT, parties.get(party).name());
        }
        if (reason.isBlank()) throw new RuleBroken(PartyRule.REASON_MISSING);
        NumberStore.Kept kept = store.find(party, kind).orElseThrow(() -> new NotFound("number", kind));
        String number = keys.open(kept.sealed(), place(party, kind));
        audit.record(actor, "number.revealed", "party", party, Map.of("kind", kind.name(), "reason", reason));
        return number;
    }

    /// Which of them have such a number, with its mask: for whoever is to pay them. One query.
    @Transactional(readOnly = true)
    public Map<PartyId, String> kept(Collection<PartyId> parties, NumberKind kind) {
        Map<PartyId, String> masks = new HashMap<>();
        if (!parties.isEmpty()) store.of(parties, kind).forEach(kept -> masks.put(kept.party(), kept.masked()));
        return masks;
    }

    /// The bank numbers of those whom a payout that two persons agreed on pays, for the bank's file: being paid is what
    /// a bank number is kept for. Those without one are not in the answer; each opening is audited. Needs
    /// RELEASE_PAYOUTS. Refuses by REASON_MISSING, KEY_MISSING.
    public Map<PartyId, String> forPayment(Actor actor, Collection<PartyId> parties, String reason) {
        actor.require(Right.RELEASE_PAYOUTS);
        if (reason.isBlank()) throw new RuleBroken(PartyRule.REASON_MISSING);
        Map<PartyId, String> numbers = new HashMap<>();
        for (NumberStore.Kept kept : store.of(parties, NumberKind.BANK)) {
            numbers.put(kept.party(), keys.open(kept.sealed(), place(kept.party(), kept.kind())));
            audit.record(
                    actor,
                    "number.revealed",
                    "party",
                    kept.party(),
                    Map.of("kind", NumberKind.BANK.name(), "reason", reason));
        }
        return numbers;
    }

    /// How many numbers are kept in all.
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        actor.require(Right.ADMINISTER);
        return store.count();
    }

    /// How much an older key sealed, here and in all modules, so that this key must not be thrown away yet.
    @Transactional(readOnly = true)
    public long sealedByOlderKeys(Actor actor) {
        actor.require(Right.ADMINISTER);
        long elsewhere = others.stream().mapToLong(SealedRows::sealedByOlder).sum();
        return elsewhere + store.countSealedByOther(keys.newestId());
    }

    /// Starts sealing all of them anew, in the background.
    public JobId reseal(Actor actor) {
        actor.require(Right.ADMINISTER);
        return jobs.submit(actor, ResealingWork.KIND, Map.of());
    }

    /// Seals anew, by the newest key, up to 500 that an older one sealed. Answers how many those were.
    int resealAll(Actor actor) {
        actor.require(Right.ADMINISTER);
        List<NumberStore.Kept> old = store.sealedByOther(keys.newestId(), RESEALED_AT_ONCE);
        for (NumberStore.Kept kept : old) {
            String place = place(kept.party(), kept.kind());
            store.reseal(kept, keys.seal(keys.open(kept.sealed(), place), place));
        }
        if (!old.isEmpty())
            audit.record(
                    actor,
                    "number.resealed",
                    "party",
                    actor.organisation(),
                    Map.of("count", String.valueOf(old.size())));
        return old.size();
    }

    private static String place(PartyId party, NumberKind kind) {
        return party + " " + kind;
    }
}
