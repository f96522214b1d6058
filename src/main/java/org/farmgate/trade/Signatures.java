package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The signatures under contracts. A signature binds one side to one exact text; it is never changed or
/// removed, and counts for no other text.
@Service
@Transactional
public class Signatures {
    private final ContractAccess access;
    private final ContractStore contracts;
    private final SignatureStore store;
    private final Backings backings;
    private final StepStore steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Signatures(
            ContractAccess access,
            ContractStore contracts,
            SignatureStore store,
            Backings backings,
            StepStore steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.contracts = contracts;
        this.store = store;
        this.backings = backings;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /// Signs for the side one acts for. With the second signature the contract is in force, and the
    /// sellers' free goods stand behind it. Needs SIGN_CONTRACT. Refuses by CONTRACT_TERMS_CHANGED,
    /// CONTRACT_ALREADY_SIGNED, CONTRACT_ONE_PERSON_BOTH_SIDES, CONTRACT_NOT_IN_THAT_STATE,
    /// CONTRACT_NOT_A_PARTY, CONTRACT_OFFER_COMMITTED.
    ///
    /// @param seen the hash of the text that was in front of the person who signs
    public Signature sign(Actor actor, ContractId id, TermsHash seen) {
        actor.require(Right.SIGN_CONTRACT);
        Contract contract = access.held(actor, id);
        Side side = access.signingSide(actor, contract.terms());
        requireSignable(contract);
        if (!contract.hash().equals(seen)) throw new RuleBroken(TradeRule.CONTRACT_TERMS_CHANGED);
        Signature signature = sign(actor, contract, side, contract.version(), seen);
        boolean both = contract.signatureOf(side.other()).isPresent();
        contracts.moveTo(
                contract.origin(), id, both ? ContractStage.SIGNED : ContractStage.PARTLY_SIGNED, "", signature.at());
        if (both) {
            backings.fill(contract, contract.terms());
            announce(contract, signature.at());
        }
        return signature;
    }

    /// Writes one signature. Refuses by CONTRACT_ALREADY_SIGNED, CONTRACT_ONE_PERSON_BOTH_SIDES.
    Signature sign(Actor actor, Contract contract, Side side, int version, TermsHash terms) {
        boolean samePerson = contract.signatures().stream()
                .anyMatch(other -> other.side() != side
                        && other.version() == version
                        && other.person().equals(actor.person()));
        if (samePerson) throw new RuleBroken(TradeRule.CONTRACT_ONE_PERSON_BOTH_SIDES);
        var signature = new Signature(
                side,
                version,
                actor.person(),
                actor.personName(),
                actor.organisation(),
                actor.organisationName(),
                clock.instant(),
                terms);
        if (!store.insert(contract.origin(), contract.id(), signature))
            throw new RuleBroken(TradeRule.CONTRACT_ALREADY_SIGNED);
        ContractStep.Kind kind = switch (side) {
            case SELLER -> ContractStep.Kind.SIGNED_BY_SELLER;
            case BUYER -> ContractStep.Kind.SIGNED_BY_BUYER;
        };
        steps.add(
                List.of(new StepStore.Subject(contract.origin(), contract.id(), version)),
                kind,
                Optional.of(actor),
                signature.at(),
                terms.brief());
        return signature;
    }

    private void announce(Contract contract, Instant at) {
        ContractTerms terms = contract.terms();
        steps.add(List.of(StepStore.Subject.of(contract)), ContractStep.Kind.IN_FORCE, Optional.empty(), at, "");
        events.publishEvent(new ContractSigned(
                contract.id(),
                contract.version(),
                contract.origin(),
                terms.seller(),
                terms.buyer(),
                terms.product(),
                terms.minimumGrade(),
                terms.window().first(),
                terms.window().last(),
                contract.balance().contracted(),
                at));
    }

    private static void requireSignable(Contract contract) {
        switch (contract.state()) {
            case ContractState.Proposed _, ContractState.PartlySigned _ -> {}
            case ContractState.Drafted _,
                    ContractState.Signed _,
                    ContractState.Fulfilled _,
                    ContractState.Ended _,
                    ContractState.Cancelled _,
                    ContractState.Lapsed _ -> throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        }
    }
}
