package org.farmgate.trade;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.Harvests;
import org.farmgate.supply.Offer;
import org.springframework.stereotype.Component;

/// Puts contracts on paper: text, versions, lines, and what stands behind them. Always set-based: a plan
/// may make thousands of contracts at once.
@Component
class ContractWriting {
    /// A proposal nobody answers holds goods back from others, so not for long.
    static final int LAPSES_AFTER_DAYS = 14;

    private final ContractStore contracts;
    private final TermsStore terms;
    private final StepStore steps;
    private final CommitmentStore commitments;
    private final DemandStore demands;
    private final TradeWords words;
    private final Harvests harvests;
    private final BroughtIn broughtIn;
    private final Backings backings;
    private final Crops crops;
    private final CropStore cropPlots;
    private final Clock clock;

    ContractWriting(
            ContractStore contracts,
            TermsStore terms,
            StepStore steps,
            CommitmentStore commitments,
            DemandStore demands,
            TradeWords words,
            Harvests harvests,
            BroughtIn broughtIn,
            Backings backings,
            Crops crops,
            CropStore cropPlots,
            Clock clock) {
        this.contracts = contracts;
        this.terms = terms;
        this.steps = steps;
        this.commitments = commitments;
        this.demands = demands;
        this.words = words;
        this.harvests = harvests;
        this.broughtIn = broughtIn;
        this.backings = backings;
        this.crops = crops;
        this.cropPlots = cropPlots;
        this.clock = clock;
    }

    void draft(Actor actor, ContractId id, ContractTerms written, Side side) {
        checkWindow(written.window());
        words.checkPlaces(written);
        crops.check(written);
        write(actor, List.of(new Wanted(id, written, Optional.of(side), Optional.empty(), List.of())));
        crops.take(id, written);
    }

    List<ContractId> draftFrom(Actor actor, Acceptance acceptance) {
        Map<PlannedSale.Key, ContractId> there = commitments.ofPlan(acceptance.plan());
        Set<ContractId> standing = new LinkedHashSet<>();
        List<PlannedSale> fresh = new ArrayList<>();
        for (PlannedSale sale : PlannedSales.merged(acceptance.sales())) {
            ContractId known = there.get(sale.key());
            if (known == null) fresh.add(sale);
            else standing.add(known);
        }
        List<Wanted> wanted = PlannedSales.contracts(acceptance, fresh);
        wanted.forEach(one -> checkWindow(one.terms().window()));
        if (!wanted.isEmpty()) write(actor, wanted);
        wanted.forEach(one -> standing.add(one.id()));
        return List.copyOf(standing);
    }

    /// A contract to be written, before its text.
    record Wanted(
            ContractId id, ContractTerms terms, Optional<Side> by, Optional<PlanId> plan, List<Backing> backing) {}

    private void write(Actor actor, List<Wanted> wanted) {
        Instant at = clock.instant();
        List<TradeWords.Written> written = words.write(wanted.stream()
                .map(one -> new TradeWords.Unwritten(ContractNumber.of(one.id()), 1, one.terms()))
                .toList());
        List<Drafting> drafts = IntStream.range(0, wanted.size())
                .mapToObj(i -> drafting(wanted.get(i), written.get(i), actor, at))
                .toList();
        if (contracts.insert(drafts) < drafts.size()) throw new RuleBroken(TradeRule.CONTRACT_ID_TAKEN);
        terms.insert(drafts.stream().map(Drafting::firstTerms).toList());
        promise(drafts);
        steps.add(
                drafts.stream()
                        .map(draft -> new StepStore.Subject(draft.terms().origin(), draft.id(), 1))
                        .toList(),
                ContractStep.Kind.DRAFTED,
                Optional.of(actor),
                at,
                "");
    }

    private Drafting drafting(Wanted one, TradeWords.Written written, Actor actor, Instant at) {
        return new Drafting(
                one.id(),
                ContractNumber.of(one.id()),
                one.terms(),
                written.text(),
                one.by(),
                one.plan(),
                forecastOf(one.terms()),
                actor.person(),
                at,
                lapsesOn(one.terms().window()),
                written.search(),
                one.backing());
    }

    static Mass forecastOf(ContractTerms written) {
        return forecastOf(written.quantity());
    }

    static Mass forecastOf(Quantity quantity) {
        return switch (quantity) {
            case Quantity.FixedMass fixed -> fixed.mass();
            case Quantity.WholeCrop crop -> crop.forecast();
        };
    }

    private void promise(List<Drafting> drafts) {
        List<CommitmentStore.Promise> promises = new ArrayList<>();
        List<DemandStore.Taking> takings = new ArrayList<>();
        for (Drafting draft : drafts)
            for (Backing backing : draft.backing()) {
                promises.add(new CommitmentStore.Promise(
                        draft.terms().origin(),
                        backing.offerKey(),
                        backing.offered().grams(),
                        backing.mass().grams()));
                if (backing.demand().isPresent() && backing.site().isPresent())
                    takings.add(new DemandStore.Taking(
                            backing.demand().get(),
                            backing.site().get(),
                            backing.mass().grams()));
            }
        if (promises.isEmpty()) return;
        bringIn(promises);
        if (!commitments.promise(promises) || !commitments.back(drafts))
            throw new RuleBroken(TradeRule.CONTRACT_OFFER_COMMITTED);
        if (!takings.isEmpty() && !demands.commit(takings)) throw new RuleBroken(TradeRule.CONTRACT_DEMAND_COMMITTED);
    }

    /// What is promised of a lot's forecast may still wait to be put on the lot: first that.
    private void bringIn(List<CommitmentStore.Promise> promises) {
        broughtIn.bringIn(harvests.byLots(promises.stream()
                .flatMap(promise -> Offer.lotOf(promise.offerKey()).stream())
                .distinct()
                .toList()));
    }

    void rewrite(Actor actor, Contract contract, Side side, ContractTerms next) {
        ContractVersion version = nextVersion(actor, contract, contract.version(), side, next);
        boolean proposed = contract.stage() != ContractStage.DRAFTED;
        stand(contract, version);
        if (proposed) contracts.moveTo(contract.origin(), contract.id(), ContractStage.PROPOSED, "", version.madeAt());
        steps.add(
                List.of(new StepStore.Subject(contract.origin(), contract.id(), version.version())),
                ContractStep.Kind.REWRITTEN,
                Optional.of(actor),
                version.madeAt(),
                "");
    }

    /// Writes a further version, which does not stand yet.
    ContractVersion nextVersion(Actor actor, Contract contract, int last, Side side, ContractTerms next) {
        if (!contract.terms().sameDeal(next)) throw new RuleBroken(TradeRule.CONTRACT_PARTIES_FIXED);
        checkWindow(next.window());
        words.checkPlaces(next);
        crops.check(next);
        TradeWords.Written written = words.write(List.of(new TradeWords.Unwritten(contract.number(), last + 1, next)))
                .getFirst();
        var version = new ContractVersion(
                last + 1,
                next,
                written.text(),
                TermsHash.of(written.text()),
                Optional.of(side),
                actor.person(),
                clock.instant());
        terms.insert(List.of(new Drafting.Terms(contract.id(), version)));
        return version;
    }

    /// Makes a version the one that stands. Refuses by AMENDMENT_BELOW_CALLED_OFF.
    void stand(Contract contract, ContractVersion version) {
        String search = words.write(
                        List.of(new TradeWords.Unwritten(contract.number(), version.version(), version.terms())))
                .getFirst()
                .search();
        Mass forecast = forecastOf(version.terms());
        if (!contracts.stand(contract.origin(), contract.id(), version, forecast, search))
            throw new RuleBroken(
                    TradeRule.AMENDMENT_BELOW_CALLED_OFF, contract.balance().calledOff());
        if (contract.terms().quantity() instanceof Quantity.FixedMass
                && version.terms().quantity() instanceof Quantity.WholeCrop) release(contract, version.madeAt());
        backings.trim(contract, version.terms());
        crops.take(contract.id(), version.terms());
        if (contract.stage() == ContractStage.SIGNED) backings.fill(contract, version.terms());
    }

    void release(Contract contract, Instant at) {
        cropPlots.freePlots(List.of(contract.id()));
        List<DemandStore.Taking> freed = commitments.release(List.of(contract.id()), at);
        if (!freed.isEmpty()) demands.commit(freed);
    }

    private LocalDate lapsesOn(WeekSpan window) {
        LocalDate usual = LocalDate.now(clock).plusDays(LAPSES_AFTER_DAYS);
        LocalDate last = window.last().sunday();
        return usual.isBefore(last) ? usual : last;
    }

    private void checkWindow(WeekSpan window) {
        if (window.last().compareTo(IsoWeek.of(LocalDate.now(clock))) < 0)
            throw new RuleBroken(TradeRule.CONTRACT_WINDOW_PAST, window);
    }
}
