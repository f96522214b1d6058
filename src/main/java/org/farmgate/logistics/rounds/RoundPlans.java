package org.farmgate.logistics.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.platform.jobs.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Plans a day's rounds in the background. Needs PLAN_TRIPS; another organisation's plans are not found.
@Service
@Transactional
public class RoundPlans {
    private final RoundPlanStore store;
    private final RoundDesk desk;
    private final Jobs jobs;

    RoundPlans(RoundPlanStore store, RoundDesk desk, Jobs jobs) {
        this.store = store;
        this.desk = desk;
        this.jobs = jobs;
    }

    /// Unlocked drafts of that day and these depots are made anew; all other rounds stay as they are. The same request
    /// twice is one plan. Refuses by [NotFound], NO_DEPOT, VEHICLE_RETIRED, NOT_A_DRIVER, ROUND_ID_USED.
    public RoundPlan plan(Actor actor, RoundPlanRequest request) {
        actor.require(Right.PLAN_TRIPS);
        Optional<RoundPlan> there = store.find(request.id());
        if (there.isPresent()) {
            if (!actor.actsFor(there.get().owner()) || !there.get().day().equals(request.day()))
                throw new RuleBroken(RoundRule.ROUND_ID_USED);
            return there.get();
        }
        request.depots().forEach(depot -> desk.depot(actor, depot));
        for (RoundPlanRequest.Crew crew : request.crews()) {
            desk.usable(actor, crew.vehicle());
            desk.requireDriver(actor, crew.driver());
        }
        JobId job = jobs.submit(
                actor,
                RoundPlanWork.KIND,
                Map.of(RoundPlanWork.PLAN, request.id().toString()));
        if (!store.insert(request, actor, job, desk.now())) throw new RuleBroken(RoundRule.ROUND_ID_USED);
        return get(actor, request.id());
    }

    /// Asks the engine to stop. Refuses by [NotFound], JOB_HAS_ENDED.
    public void stop(Actor actor, RoundPlanId id) {
        jobs.cancel(actor, get(actor, id).job());
        store.ended(id, RoundPlan.State.CANCELLED, "", desk.now());
    }

    /// Refuses by [NotFound].
    @Transactional(readOnly = true)
    public RoundPlan get(Actor actor, RoundPlanId id) {
        actor.require(Right.PLAN_TRIPS);
        return store.find(id)
                .filter(plan -> actor.actsFor(plan.owner()))
                .map(plan -> plan.state() == RoundPlan.State.SOLVING ? withJob(actor, plan) : plan)
                .orElseThrow(() -> new NotFound("round-plan", id));
    }

    /// A job that was stopped before it began never came to say so to its plan.
    private RoundPlan withJob(Actor actor, RoundPlan plan) {
        return switch (jobs.get(actor, plan.job()).state()) {
            case QUEUED, RUNNING -> plan;
            case DONE -> store.find(plan.id()).orElseThrow();
            case FAILED -> plan.in(RoundPlan.State.FAILED);
            case CANCELLED -> plan.in(RoundPlan.State.CANCELLED);
        };
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public Slice<RoundPlan> search(Actor actor, Paging paging) {
        actor.require(Right.PLAN_TRIPS);
        return store.search(actor.organisation(), paging);
    }

    /// What no round takes, and why.
    @Transactional(readOnly = true)
    public List<RoundPlan.Unserved> unserved(Actor actor, RoundPlanId id) {
        return store.unserved(get(actor, id).id());
    }
}
