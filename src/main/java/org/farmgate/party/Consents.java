package org.farmgate.party;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Consent.ConsentId;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people have allowed organisations to do for them. Without it a cooperative or a centre registers a
/// grower, but does not act for them.
@Service
@Transactional
public class Consents {
    private final ConsentStore store;
    private final PartyStore parties;
    private final Reaches reaches;
    private final Audit audit;
    private final Clock clock;

    Consents(ConsentStore store, PartyStore parties, Reaches reaches, Audit audit, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.reaches = reaches;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a person has allowed the actor's organisation. Refuses by CONSENT_ALREADY_GIVEN,
    /// CONSENT_ID_ALREADY_USED, PARTY_ERASED; somebody outside its reach is not found.
    public Consent record(Actor actor, ConsentId id, PartyId person, ConsentPurpose purpose, RecordedHow how) {
        return record(actor, id, person, actor.organisation(), purpose, how);
    }

    /// What I allow that organisation, by my own hand.
    public Consent give(Actor actor, ConsentId id, PartyId givenTo, ConsentPurpose purpose) {
        return record(actor, id, actor.person(), givenTo, purpose, RecordedHow.ON_SCREEN);
    }

    /// Many at once, as after a village meeting; those in force already stay so.
    public void recordAll(Actor actor, List<PartyId> people, ConsentPurpose purpose, RecordedHow how) {
        actor.require(Right.MANAGE_PARTIES);
        Reach reach = reaches.of(actor);
        Map<PartyId, Party> known = parties.byIds(people);
        for (PartyId person : people)
            if (!known.containsKey(person) || !Representation.isWithin(reach, known.get(person)))
                throw new NotFound("party", person);
        if (people.isEmpty()) return;
        Instant now = clock.instant();
        store.insert(people.stream()
                .map(person -> new Consent(
                        ConsentId.next(),
                        person,
                        actor.organisation(),
                        purpose,
                        how,
                        actor.person(),
                        now,
                        Optional.empty()))
                .toList());
        audit.record(
                actor,
                "consent.recorded",
                "party",
                actor.organisation(),
                Map.of("purpose", purpose.name(), "how", how.name(), "count", String.valueOf(people.size())));
    }

    /// By the person, or by the organisation it was given to on their word. Once withdrawn it stays so.
    public void withdraw(Actor actor, ConsentId id) {
        Consent consent = store.find(id).orElseThrow(() -> new NotFound("consent", id));
        boolean own = consent.person().equals(actor.person());
        boolean theirs = actor.actsFor(consent.givenTo()) && actor.may(Right.MANAGE_PARTIES);
        if (!own && !theirs && !actor.may(Right.ADMINISTER)) throw new NotFound("consent", id);
        if (store.withdraw(id, actor.person(), clock.instant()))
            audit.record(
                    actor,
                    "consent.withdrawn",
                    "party",
                    consent.person(),
                    Map.of(
                            "purpose",
                            consent.purpose().name(),
                            "organisation",
                            consent.givenTo().toString()));
    }

    /// All of a person's, newest first, withdrawn ones too.
    @Transactional(readOnly = true)
    public List<Consent> of(PartyId person) {
        return store.of(person);
    }

    /// Whether that person allows that organisation this now.
    @Transactional(readOnly = true)
    public boolean isGiven(PartyId person, PartyId to, ConsentPurpose purpose) {
        return store.givenBy(List.of(person), to, purpose).contains(person);
    }

    private Consent record(
            Actor actor, ConsentId id, PartyId person, PartyId givenTo, ConsentPurpose purpose, RecordedHow how) {
        Party who = parties.find(person).orElseThrow(() -> new NotFound("party", person));
        if (!person.equals(actor.person())) {
            actor.require(Right.MANAGE_PARTIES);
            if (!Representation.isWithin(reaches.of(actor), who)) throw new NotFound("party", person);
        }
        Party to = parties.find(givenTo).orElseThrow(() -> new NotFound("party", givenTo));
        if (who.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        if (who.kind().isOrganisation()) throw new RuleBroken(PartyRule.NOT_A_PERSON);
        if (!to.kind().isOrganisation()) throw new RuleBroken(PartyRule.NOT_AN_ORGANISATION);
        var consent = new Consent(id, person, givenTo, purpose, how, actor.person(), clock.instant(), Optional.empty());
        Optional<Consent> earlier = store.find(id);
        if (earlier.isPresent()) {
            if (earlier.get().sameAs(consent)) return earlier.get();
            throw new RuleBroken(PartyRule.CONSENT_ID_ALREADY_USED);
        }
        if (store.insert(List.of(consent)) == 0) throw new RuleBroken(PartyRule.CONSENT_ALREADY_GIVEN);
        audit.record(
                actor,
                "consent.recorded",
                "party",
                person,
                Map.of("purpose", purpose.name(), "how", how.name(), "organisation", givenTo.toString()));
        return consent;
    }
}
