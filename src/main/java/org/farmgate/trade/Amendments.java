package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes to contracts in force. One side proposes other terms and signs them by that; they hold from the moment
/// the other side agrees, which signs them too. Until then the old terms hold, and every version is kept.
@Service
@Transactional
public class Amendments {
    private final ContractAccess access;
    private final ContractReadStore reading;
    private final ContractWriting writing;
    private final AmendmentStore store;
    private final Signatures signatures;
    private final StepStore steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Amendments(
            ContractAccess access,
            ContractReadStore reading,
            ContractWriting writing,
            AmendmentStore store,
            Signatures signatures,
            StepStore steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.reading = reading;
        this.writing = writing;
        this.store = store;
        this.signatures = signatures;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /// Proposes other terms and signs them for one's own side. Needs SIGN_CONTRACT. Refuses by
    /// AMENDMENT_ALREADY_OPEN,
    /// AMENDMENT_CHANGES_NOTHING, CONTRACT_REASON_MISSING, CONTRACT_TERMS_CHANGED, CONTRACT_NOT_IN_THAT_STATE,
    /// CONTRACT_PARTIES_FIXED, CONTRACT_WINDOW_PAST.
    ///
    /// @param seen the terms in force that were in front of whoever proposes
    public Amendment propose(Actor actor, ContractId id, TermsHash seen, ContractTerms terms, String reason) {
        actor.require(Right.SIGN_CONTRACT);
        if (reason.isBlank()) throw new RuleBroken(TradeRule.CONTRACT_REASON_MISSING);
        Contract contract = inForce(actor, id);
        Side side = access.signingSide(actor, contract.terms());
        if (!contract.hash().equals(seen)) throw new RuleBroken(TradeRule.CONTRACT_TERMS_CHANGED);
        if (contract.terms().equals(terms)) throw new RuleBroken(TradeRule.AMENDMENT_CHANGES_NOTHING);
        List<Amendment> before = store.of(contract.origin(), id);
        int last = reading.versions(contract.origin(), id).getLast().version();
        ContractVersion version = writing.nextVersion(actor, contract, last, side, terms);
        var amendment = new Amendment(
                before.size() + 1,
                contract.version(),
                version.version(),
                side,
                actor.person(),
                version.madeAt(),
                reason.strip(),
                Amendment.Outcome.OPEN,
                Optional.empty(),
                "");
        if (!store.insert(contract.origin(), id, amendment)) throw new RuleBroken(TradeRule.AMENDMENT_ALREADY_OPEN);
        signatures.sign(actor, contract, side, version.version(), version.hash());
        step(contract, ContractStep.Kind.AMENDMENT_PROPOSED, actor, version.madeAt(), amendment.reason());
        return amendment;
    }

    /// Agrees for the other side and signs by that: the proposed terms hold from now on. Needs SIGN_CONTRACT.
    /// Refuses by AMENDMENT_NOT_OPEN, AMENDMENT_OWN, AMENDMENT_BELOW_CALLED_OFF, CONTRACT_TERMS_CHANGED,
    /// CONTRACT_ONE_PERSON_BOTH_SIDES.
    ///
    /// @param seen the proposed terms that were in front of whoever agrees
    public Contract agree(Actor actor, ContractId id, int number, TermsHash seen) {
        actor.require(Right.SIGN_CONTRACT);
        Contract contract = inForce(actor, id);
        Amendment amendment = open(contract, number);
        Side side = access.signingSide(actor, contract.terms());
        if (side == amendment.proposedBy()) throw new RuleBroken(TradeRule.AMENDMENT_OWN);
        if (amendment.proposedByPerson().equals(actor.person()))
            throw new RuleBroken(TradeRule.CONTRACT_ONE_PERSON_BOTH_SIDES);
        ContractVersion version = reading.versions(contract.origin(), id).stream()
                .filter(one -> one.version() == amendment.version())
                .findFirst()
                .orElseThrow();
        if (!version.hash().equals(seen)) throw new RuleBroken(TradeRule.CONTRACT_TERMS_CHANGED);
        Instant at = clock.instant();
        settle(contract, number, Amendment.Outcome.AGREED, "", at);
        signatures.sign(actor, contract, side, version.version(), version.hash());
        writing.stand(contract, version);
        step(contract, ContractStep.Kind.AMENDMENT_AGREED, actor, at, "");
        Contract amended = access.seen(actor, id);
        announce(contract.balance().contracted(), amended, at);
        return amended;
    }

    /// Says no for the other side; the terms in force stay. Refuses by AMENDMENT_NOT_OPEN, AMENDMENT_OWN,
    /// CONTRACT_REASON_MISSING.
    public void refuse(Actor actor, ContractId id, int number, String answer) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        if (answer.isBlank()) throw new RuleBroken(TradeRule.CONTRACT_REASON_MISSING);
        Contract contract = inForce(actor, id);
        if (access.sideOf(actor, contract.terms()) == open(contract, number).proposedBy())
            throw new RuleBroken(TradeRule.AMENDMENT_OWN);
        Instant at = clock.instant();
        settle(contract, number, Amendment.Outcome.REFUSED, answer.strip(), at);
        step(contract, ContractStep.Kind.AMENDMENT_REFUSED, actor, at, answer.strip());
    }

    /// Takes one's own proposal back. Refuses by AMENDMENT_NOT_OPEN, AMENDMENT_NOT_OWN.
    public void withdraw(Actor actor, ContractId id, int number) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        Contract contract = inForce(actor, id);
        if (access.sideOf(actor, contract.terms()) != open(contract, number).proposedBy())
            throw new RuleBroken(TradeRule.AMENDMENT_NOT_OWN);
        Instant at = clock.instant();
        settle(contract, number, Amendment.Outcome.WITHDRAWN, "", at);
        step(contract, ContractStep.Kind.AMENDMENT_WITHDRAWN, actor, at, "");
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Amendment> of(Actor actor, ContractId id) {
        return store.of(access.seen(actor, id).origin(), id);
    }

    private Contract inForce(Actor actor, ContractId id) {
        Contract contract = access.held(actor, id);
        if (contract.stage() != ContractStage.SIGNED) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        return contract;
    }

    private Amendment open(Contract contract, int number) {
        Amendment amendment = store.of(contract.origin(), contract.id()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("amendment", number));
        if (amendment.outcome() != Amendment.Outcome.OPEN) throw new RuleBroken(TradeRule.AMENDMENT_NOT_OPEN);
        return amendment;
    }

    private void settle(Contract contract, int number, Amendment.Outcome outcome, String answer, Instant at) {
        if (!store.settle(contract.origin(), contract.id(), number, outcome, answer, at))
            throw new RuleBroken(TradeRule.AMENDMENT_NOT_OPEN);
    }

    private void step(Contract contract, ContractStep.Kind kind, Actor actor, Instant at, String note) {
        steps.add(List.of(StepStore.Subject.of(contract)), kind, Optional.of(actor), at, note);
    }

    private void announce(Mass before, Contract amended, Instant at) {
        events.publishEvent(new ContractAmended(
                amended.id(),
                amended.version(),
                amended.origin(),
                amended.terms().window().first(),
                amended.terms().window().last(),
                before,
                amended.balance().contracted(),
                at));
    }
}
