package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forward contracts, from the first draft to the end. Signing is [Signatures]', calling off [CallOffs]',
/// changing what is signed [Amendments]'.
///
/// A contract is seen by its two parties, by those who look after the seller's county or growers, and by
/// planners; a draft by its writer's side only.
@Service
@Transactional
public class Contracts {
    private final ContractAccess access;
    private final ContractStore store;
    private final ContractReadStore reading;
    private final ContractListStore lists;
    private final StepStore steps;
    private final ContractWriting writing;
    private final CommitmentStore commitments;
    private final TradeWords words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contracts(
            ContractAccess access,
            ContractStore store,
            ContractReadStore reading,
            ContractListStore lists,
            StepStore steps,
            ContractWriting writing,
            CommitmentStore commitments,
            TradeWords words,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.reading = reading;
        this.lists = lists;
        this.steps = steps;
        this.writing = writing;
        this.commitments = commitments;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// Writes a contract for one's own side; the other side sees it once it is proposed. The same one twice
    /// is one. Refuses by CONTRACT_NOT_A_PARTY, CONTRACT_WINDOW_PAST, CONTRACT_PLACE_NOT_THE_BUYERS,
    /// CONTRACT_CROP_TAKEN, CONTRACT_PLOT_NOT_THE_SELLERS, CONTRACT_ID_TAKEN.
    public Contract draft(Actor actor, ContractId id, ContractTerms terms) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        Side side = access.sideOf(actor, terms);
        Optional<Contract> there = reading.find(id);
        if (there.isPresent()) {
            if (!there.get().terms().equals(terms)) throw new RuleBroken(TradeRule.CONTRACT_ID_TAKEN);
            return there.get();
        }
        writing.draft(actor, id, terms, side);
        return access.seen(actor, id);
    }

    /// Makes contracts of accepted rows of a plan: one for each seller, origin, buyer, product and grade,
    /// with a line for each place and week. Rows that are under contract already are left out, so accepting
    /// twice, or a part first and more later, makes each contract once. Both sides see these drafts. Needs
    /// PLAN_SEASON.
    ///
    /// Refuses, all together, by CONTRACT_OFFER_COMMITTED and CONTRACT_DEMAND_COMMITTED.
    ///
    /// @return every contract that stands behind the accepted rows, the ones made now and the ones made
    ///     before
    public List<ContractId> draftFrom(Actor actor, Acceptance acceptance) {
        actor.require(Right.PLAN_SEASON);
        return writing.draftFrom(actor, acceptance);
    }

    /// Writes other terms before both have signed. Signatures of the terms before no longer count. Refuses
    /// by CONTRACT_TERMS_CHANGED, CONTRACT_NOT_IN_THAT_STATE, CONTRACT_PARTIES_FIXED, and as [#draft].
    ///
    /// @param seen the terms that were in front of whoever rewrote them
    public Contract rewrite(Actor actor, ContractId id, TermsHash seen, ContractTerms terms) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        Contract contract = access.held(actor, id);
        Side side = access.sideOf(actor, contract.terms());
        if (contract.terms().equals(terms)) return contract;
        requireOpen(contract);
        if (!contract.hash().equals(seen)) throw new RuleBroken(TradeRule.CONTRACT_TERMS_CHANGED);
        writing.rewrite(actor, contract, side, terms);
        return access.seen(actor, id);
    }

    /// Lays a draft before the other side. Proposing twice changes nothing. Refuses by
    /// CONTRACT_NOT_IN_THAT_STATE.
    public Contract propose(Actor actor, ContractId id) {
        Contract contract = access.held(actor, id);
        requireTheirs(actor, contract);
        return switch (contract.state()) {
            case ContractState.Drafted _ -> {
                Instant at = clock.instant();
                store.moveTo(contract.origin(), id, ContractStage.PROPOSED, "", at);
                step(contract, ContractStep.Kind.PROPOSED, actor, at, "");
                yield access.seen(actor, id);
            }
            case ContractState.Proposed _ -> contract;
            case ContractState.PartlySigned _,
                    ContractState.Signed _,
                    ContractState.Fulfilled _,
                    ContractState.Ended _,
                    ContractState.Cancelled _,
                    ContractState.Lapsed _ -> throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        };
    }

    /// Drops a contract that not both have signed; goods and demand behind it are free again. Refuses by
    /// CONTRACT_NOT_IN_THAT_STATE, CONTRACT_REASON_MISSING.
    public void cancel(Actor actor, ContractId id, String reason) {
        if (reason.isBlank()) throw new RuleBroken(TradeRule.CONTRACT_REASON_MISSING);
        Contract contract = access.held(actor, id);
        requireTheirs(actor, contract);
        if (contract.stage() == ContractStage.CANCELLED) return;
        requireOpen(contract);
        end(actor, contract, ContractStage.CANCELLED, reason.strip());
    }

    /// Closes a contract in force after its window: fulfilled when at least the least was called off, else
    /// ended with a reason. Refuses by CONTRACT_WINDOW_NOT_OVER, CONTRACT_NOT_IN_THAT_STATE,
    /// CONTRACT_REASON_MISSING.
    public void close(Actor actor, ContractId id, String reason) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        Contract contract = access.held(actor, id);
        access.sideOf(actor, contract.terms());
        if (contract.stage() != ContractStage.SIGNED) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        LocalDate lastDay = contract.terms().window().last().sunday();
        if (!LocalDate.now(clock).isAfter(lastDay)) throw new RuleBroken(TradeRule.CONTRACT_WINDOW_NOT_OVER, lastDay);
        Mass least = contract.terms().quantity().least(contract.balance().contracted());
        boolean fulfilled = contract.balance().calledOff().compareTo(least) >= 0;
        if (!fulfilled && reason.isBlank()) throw new RuleBroken(TradeRule.CONTRACT_REASON_MISSING);
        end(actor, contract, fulfilled ? ContractStage.FULFILLED : ContractStage.ENDED, reason.strip());
    }

    @Transactional(readOnly = true)
    public Contract get(Actor actor, ContractId id) {
        return access.seen(actor, id);
    }

    /// For which side they act, empty for an onlooker.
    @Transactional(readOnly = true)
    public Optional<Side> sideOf(Actor actor, Contract contract) {
        return access.findSide(actor, contract.terms());
    }

    /// Whether they could bind their side: the platform's own people cannot.
    public boolean maySign(Actor actor, Contract contract) {
        return !actor.everywhere() || contract.sideOf(actor.organisation()).isPresent();
    }

    /// Whether its window has passed, so that it can be closed.
    public boolean isOver(Contract contract) {
        return LocalDate.now(clock).isAfter(contract.terms().window().last().sunday());
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public Slice<ContractListing> search(Actor actor, ContractQuery query) {
        return lists.search(query, access.sightOf(actor));
    }

    /// Every version of the terms, oldest first, those only proposed included.
    @Transactional(readOnly = true)
    public List<ContractVersion> versions(Actor actor, ContractId id) {
        return reading.versions(access.seen(actor, id).origin(), id);
    }

    /// The terms in words of a language, for reading: the text that was signed is the version's own.
    @Transactional(readOnly = true)
    public ContractText inWords(ContractTerms terms, Locale locale) {
        return words.read(terms, locale);
    }

    /// What happened to it, newest first.
    @Transactional(readOnly = true)
    public List<ContractStep> history(Actor actor, ContractId id) {
        return steps.of(access.seen(actor, id).origin(), id);
    }

    /// How much of these offers is promised under contracts, drafts included; offers of which nothing is
    /// promised are left out. Docking takes it off what it may give away.
    @Transactional(readOnly = true)
    public Map<String, Mass> committed(Collection<String> offerKeys) {
        return offerKeys.isEmpty() ? Map.of() : commitments.committed(offerKeys);
    }

    /// Which contract stands behind each accepted sale of a plan.
    @Transactional(readOnly = true)
    public Map<PlannedSale.Key, ContractId> behind(PlanId plan) {
        return commitments.ofPlan(plan);
    }

    /// Lets proposals lapse whose day has come; says how many. Idempotent, so any number of processes may
    /// call it.
    public int lapse() {
        List<ContractId> overdue = store.overdue(LocalDate.now(clock));
        Instant at = clock.instant();
        for (Contract contract : reading.byIds(overdue)) {
            store.lock(contract.origin(), contract.id());
            if (store.lapse(contract.origin(), contract.id(), at))
                settle(contract, Optional.empty(), ContractStage.LAPSED, "", at);
        }
        return overdue.size();
    }

    private void end(Actor actor, Contract contract, ContractStage stage, String reason) {
        Instant at = clock.instant();
        store.moveTo(contract.origin(), contract.id(), stage, reason, at);
        settle(contract, Optional.of(actor), stage, reason, at);
    }

    private void settle(Contract contract, Optional<Actor> by, ContractStage stage, String reason, Instant at) {
        writing.release(contract, at);
        steps.add(List.of(StepStore.Subject.of(contract)), ContractStep.Kind.valueOf(stage.name()), by, at, reason);
        events.publishEvent(new ContractClosed(contract.id(), contract.origin(), stage, at));
    }

    private void step(Contract contract, ContractStep.Kind kind, Actor actor, Instant at, String note) {
        steps.add(List.of(StepStore.Subject.of(contract)), kind, Optional.of(actor), at, note);
    }

    /// One of the two parties, or a planner for a plan's draft.
    private void requireTheirs(Actor actor, Contract contract) {
        if (contract.plan().isPresent() && actor.may(Right.PLAN_SEASON)) return;
        actor.require(Right.NEGOTIATE_CONTRACT);
        access.sideOf(actor, contract.terms());
    }

    private static void requireOpen(Contract contract) {
        if (!contract.stage().isOpen()) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
    }
}
