package org.farmgate.trade.planning;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.PlanFigures.EqualGroup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans: docking a season, reading what came of it, correcting it. All of it needs
/// [Right#PLAN_SEASON]; the plans of another organisation are not found. Accepting is done by
/// [Acceptances].
@Service
@Transactional
public class Plans {
    private static final int MOST_FLOWS = 60;

    private final PlanStore store;
    private final PlanRowStore rows;
    private final FigureStore figures;
    private final DecisionStore decisions;
    private final Jobs jobs;
    private final Clock clock;

    Plans(PlanStore store, PlanRowStore rows, FigureStore figures, DecisionStore decisions, Jobs jobs, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.figures = figures;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Docks a season in the background. The same request twice is one plan. Refuses by PLAN_ID_USED.
    public PlanSummary dock(Actor actor, PlanRequest request) {
        actor.require(Right.PLAN_SEASON);
        Optional<PlanSummary> already = store.find(request.id());
        if (already.isPresent()) return same(actor, already.get(), request);
        request.basedOn().ifPresent(base -> get(actor, base));
        JobId job = jobs.submit(
                actor, DockingWork.KIND, Map.of(DockingWork.PLAN, request.id().toString()));
        if (!store.insert(request, actor, job, clock.instant())) throw new RuleBroken(PlanningRule.PLAN_ID_USED);
        request.basedOn().ifPresent(base -> decisions.takeOver(base, request.id()));
        return get(actor, request.id());
    }

    private static PlanSummary same(Actor actor, PlanSummary plan, PlanRequest request) {
        boolean same = actor.actsFor(plan.owner())
                && plan.name().equals(request.name())
                && plan.season().equals(request.season())
                && plan.seconds() == request.seconds()
                && plan.growerShare() == request.growerShare()
                && plan.basedOn().equals(request.basedOn());
        if (!same) throw new RuleBroken(PlanningRule.PLAN_ID_USED);
        return plan;
    }

    /// Asks the solver to stop. Refuses by JOB_HAS_ENDED.
    public void stop(Actor actor, PlanId id) {
        jobs.cancel(actor, get(actor, id).job());
        store.ended(id, PlanState.CANCELLED, "", List.of(), clock.instant());
    }

    @Transactional(readOnly = true)
    public PlanSummary get(Actor actor, PlanId id) {
        actor.require(Right.PLAN_SEASON);
        return store.find(id)
                .filter(plan -> actor.actsFor(plan.owner()))
                .map(plan -> plan.state() == PlanState.SOLVING ? withJob(actor, plan) : plan)
                .orElseThrow(() -> new NotFound("plan", id));
    }

    /// A job that was stopped before it began never came to say so to its plan.
    private PlanSummary withJob(Actor actor, PlanSummary plan) {
        return switch (jobs.get(actor, plan.job()).state()) {
            case QUEUED, RUNNING -> plan;
            case DONE -> store.find(plan.id()).orElseThrow();
            case FAILED -> plan.ended(PlanState.FAILED);
            case CANCELLED -> plan.ended(PlanState.CANCELLED);
        };
    }

    /// The organisation's plans, the newest first.
    @Transactional(readOnly = true)
    public Slice<PlanSummary> search(Actor actor, Paging paging) {
        actor.require(Right.PLAN_SEASON);
        return store.search(actor.organisation(), paging);
    }

    @Transactional(readOnly = true)
    public PlanFigures figures(Actor actor, PlanId id) {
        PlanSummary plan = get(actor, id);
        return new PlanFigures(
                figures.weeks(id, plan.season()),
                figures.flows(id, MOST_FLOWS),
                figures.averagePrice(id),
                figures.paid(id));
    }

    /// The greatest unsold masses first.
    @Transactional(readOnly = true)
    public Slice<PlanSupply> supplies(Actor actor, PlanId id, Paging paging) {
        get(actor, id);
        return Slice.of(
                rows.supplies(id, paging.size(), paging.offset()),
                paging,
                rows.counts(id).supplies());
    }

    /// The greatest unmet masses first.
    @Transactional(readOnly = true)
    public Slice<PlanDemand> demands(Actor actor, PlanId id, Paging paging) {
        get(actor, id);
        return Slice.of(
                rows.demands(id, paging.size(), paging.offset()),
                paging,
                rows.counts(id).demands());
    }

    @Transactional(readOnly = true)
    public Slice<PlanLine> lines(Actor actor, PlanId id, Paging paging) {
        get(actor, id);
        return Slice.of(
                rows.lines(id, paging.size(), paging.offset()),
                paging,
                rows.counts(id).lines());
    }

    /// Refuses by NOT_IN_THIS_PLAN.
    @Transactional(readOnly = true)
    public PlanLine line(Actor actor, PlanId id, int line) {
        get(actor, id);
        return rows.findLine(id, line).orElseThrow(() -> new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN));
    }

    @Transactional(readOnly = true)
    public Slice<PlanTrip> trips(Actor actor, PlanId id, Paging paging) {
        get(actor, id);
        return Slice.of(
                rows.trips(id, paging.size(), paging.offset()),
                paging,
                rows.counts(id).trips());
    }

    /// Growers whose rows are equal, two and more, with how equally they were treated.
    @Transactional(readOnly = true)
    public Slice<EqualGroup> equalGroups(Actor actor, PlanId id, Paging paging) {
        get(actor, id);
        return Slice.of(figures.equalGroups(id, paging.size(), paging.offset()), paging, figures.countEqualGroups(id));
    }

    /// How many (supply, demand) pairs ship in both plans.
    @Transactional(readOnly = true)
    public long sharedPairs(Actor actor, PlanId one, PlanId other) {
        get(actor, one);
        get(actor, other);
        return figures.sharedPairs(one, other);
    }

    @Transactional(readOnly = true)
    public List<PlanDecision> decisions(Actor actor, PlanId id) {
        get(actor, id);
        return decisions.list(id);
    }

    /// The rows with these keys, for putting decisions into words.
    @Transactional(readOnly = true)
    public List<PlanSupply> suppliesByKeys(PlanId id, List<String> keys) {
        return rows.suppliesByKeys(id, keys);
    }

    @Transactional(readOnly = true)
    public List<PlanDemand> demandsByKeys(PlanId id, List<String> keys) {
        return rows.demandsByKeys(id, keys);
    }

    /// Notes that this line's mass must ship when the season is solved again. Refuses by PLAN_NOT_SOLVED,
    /// NOT_IN_THIS_PLAN.
    public void lock(Actor actor, PlanId id, int line) {
        PlanLine row = solvedLine(actor, id, line);
        Mass together = rows.massOfPair(id, row.supplyKey(), row.demandKey());
        note(actor, id, PlanDecision.Kind.SHIP_PAIR, row.supplyKey(), row.demandKey(), together);
    }

    /// Notes that nothing goes from this line's supply to its demand. Refuses as [#lock].
    public void forbid(Actor actor, PlanId id, int line) {
        PlanLine row = solvedLine(actor, id, line);
        note(actor, id, PlanDecision.Kind.FORBID_PAIR, row.supplyKey(), row.demandKey(), Mass.ZERO);
    }

    /// Notes that the supply stays out. Refuses as [#lock].
    public void forbidSupply(Actor actor, PlanId id, String supplyKey) {
        solved(actor, id);
        if (!rows.hasSupply(id, supplyKey)) throw new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN);
        note(actor, id, PlanDecision.Kind.FORBID_SUPPLY, supplyKey, "", Mass.ZERO);
    }

    /// Notes that the demand stays out. Refuses as [#lock].
    public void forbidDemand(Actor actor, PlanId id, String demandKey) {
        solved(actor, id);
        if (!rows.hasDemand(id, demandKey)) throw new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN);
        note(actor, id, PlanDecision.Kind.FORBID_DEMAND, "", demandKey, Mass.ZERO);
    }

    /// Notes that all of a supply must be sold, to whomever. Refuses as [#lock].
    public void lockSupply(Actor actor, PlanId id, String supplyKey) {
        solved(actor, id);
        PlanSupply row = rows.suppliesByKeys(id, List.of(supplyKey)).stream()
                .findFirst()
                .orElseThrow(() -> new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN));
        note(actor, id, PlanDecision.Kind.SHIP_SUPPLY, supplyKey, "", row.offered());
    }

    /// Notes that all of a demand must be served, by whomever. Refuses as [#lock].
    public void lockDemand(Actor actor, PlanId id, String demandKey) {
        solved(actor, id);
        PlanDemand row = rows.demandsByKeys(id, List.of(demandKey)).stream()
                .findFirst()
                .orElseThrow(() -> new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN));
        note(actor, id, PlanDecision.Kind.SHIP_DEMAND, "", demandKey, row.wanted());
    }

    /// Notes that no truck takes this trip's way. Refuses as [#lock].
    public void forbidLane(Actor actor, PlanId id, LaneKey lane) {
        solved(actor, id);
        if (!rows.hasTrip(id, lane)) throw new RuleBroken(PlanningRule.NOT_IN_THIS_PLAN);
        note(actor, id, PlanDecision.Kind.FORBID_LANE, lane.from(), lane.to(), Mass.ZERO);
    }

    /// Takes a decision back: it is not taken into the next solve.
    public void takeBack(Actor actor, PlanId id, int number) {
        solved(actor, id);
        decisions.drop(id, number);
    }

    private void note(Actor actor, PlanId id, PlanDecision.Kind kind, String supplyKey, String demandKey, Mass mass) {
        decisions.note(id, kind, supplyKey, demandKey, mass, actor.person(), clock.instant());
    }

    private PlanLine solvedLine(Actor actor, PlanId id, int line) {
        solved(actor, id);
        return line(actor, id, line);
    }

    /// Refuses by PLAN_NOT_SOLVED.
    PlanSummary solved(Actor actor, PlanId id) {
        PlanSummary plan = get(actor, id);
        if (!plan.isSolved()) throw new RuleBroken(PlanningRule.PLAN_NOT_SOLVED);
        return plan;
    }
}
