package org.farmgate.trade.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.jobs.JobCancelled;
import org.farmgate.platform.jobs.JobOutcome;
import org.farmgate.platform.jobs.JobRun;
import org.farmgate.platform.jobs.JobWork;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Quotes;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.docking.DockingCancelled;
import org.farmgate.trade.docking.DockingSolver;
import org.farmgate.trade.docking.Limits;
import org.farmgate.trade.docking.LockRule;
import org.farmgate.trade.docking.Locks;
import org.farmgate.trade.docking.LocksRefused;
import org.farmgate.trade.docking.Plan;
import org.farmgate.trade.docking.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Solves a plan in the background. Nothing is written before the result, which goes in whole in one
/// transaction: stopped in the middle, it simply begins again.
@Component
class DockingWork implements JobWork {
    static final String KIND = "docking";
    static final String PLAN = "plan";

    /// One seed for all, so that the same season gives the same plan as far as the clock lets it.
    private static final long SEED = 1;

    private final PlanStore plans;
    private final PlanRowWriter rows;
    private final DecisionStore decisions;
    private final Gathering gathering;
    private final Quotes quotes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DockingWork(
            PlanStore plans,
            PlanRowWriter rows,
            DecisionStore decisions,
            Gathering gathering,
            Quotes quotes,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.decisions = decisions;
        this.gathering = gathering;
        this.quotes = quotes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        PlanId id = PlanId.of(String.valueOf(run.parameters().get(PLAN)));
        String path = "/plans/" + id;
        PlanSummary plan = plans.find(id).orElseThrow(() -> new NotFound("plan", id));
        if (plan.isSolved()) return done(path, plan.placed(), plan.gapBasisPoints());
        try {
            return solve(run, plan, path);
        } catch (JobCancelled | DockingCancelled stopped) {
            plans.ended(id, PlanState.CANCELLED, "", List.of(), clock.instant());
            throw new JobCancelled();
        } catch (LocksRefused refused) {
            return failed(id, path, faultKey(refused));
        } catch (RuleBroken broken) {
            return failed(id, path, "rule." + broken.rule().name());
        } catch (RuntimeException unexpected) {
            plans.ended(id, PlanState.FAILED, "docking.failed.unexpected", List.of(), clock.instant());
            throw unexpected;
        }
    }

    private JobOutcome solve(JobRun run, PlanSummary plan, String path) {
        run.progress(0, 100, "docking.progress.gathering");
        Docket docket = gathering.gather(run.actor(), plan.season());
        run.stopIfCancelled();
        Locks locks = locks(docket, decisions.list(plan.id()));
        Plan solved = new DockingSolver()
                .solve(docket.season(), locks, new Limits(plan.seconds(), SEED), new Reporter(run, docket));
        PlanResult result =
                new PlanReading(docket, solved, plan.growerShare(), quotes.best(LocalDate.now(clock))).read();
        boolean written = Boolean.TRUE.equals(transaction.execute(_ -> write(plan.id(), result)));
        if (!written) throw new JobCancelled();
        PlanSummary summary = plans.find(plan.id()).orElseThrow();
        return done(path, summary.placed(), summary.gapBasisPoints());
    }

    private boolean write(PlanId plan, PlanResult result) {
        if (!plans.solved(plan, result.totals(), clock.instant())) return false;
        rows.supplies(plan, result.supplies());
        rows.demands(plan, result.demands());
        rows.lines(plan, result.lines());
        rows.trips(plan, result.trips());
        return true;
    }

    /// A decision about a row or way that is gone (withdrawn, sold, past) has nothing left to bind, so it
    /// is left out; a locked mass is never more than what the rows still hold.
    static Locks locks(Docket docket, List<PlanDecision> decided) {
        Map<String, Mass> supplies = docket.offers().stream().collect(Collectors.toMap(Offer::key, Offer::mass));
        Map<String, Mass> demands = docket.wishes().stream().collect(Collectors.toMap(Wish::key, Wish::mass));
        List<LockRule> rules = new ArrayList<>();
        for (PlanDecision decision : decided)
            if (decision.kept())
                rule(
                                decision,
                                Optional.ofNullable(supplies.get(decision.supplyKey())),
                                Optional.ofNullable(demands.get(decision.demandKey())),
                                docket)
                        .ifPresent(rules::add);
        return new Locks(rules);
    }

    private static Optional<LockRule> rule(
            PlanDecision decision, Optional<Mass> supply, Optional<Mass> demand, Docket docket) {
        String from = decision.supplyKey();
        String to = decision.demandKey();
        Mass mass = decision.mass();
        return switch (decision.kind()) {
            case SHIP_PAIR ->
                supply.flatMap(held -> demand.map(wanted -> new LockRule.ShipPair(
                        from, to, least(mass, least(held, wanted)).grams())));
            case SHIP_SUPPLY ->
                supply.map(
                        held -> new LockRule.ShipSupply(from, least(mass, held).grams()));
            case SHIP_DEMAND ->
                demand.map(wanted ->
                        new LockRule.ShipDemand(to, least(mass, wanted).grams()));
            case FORBID_PAIR -> supply.flatMap(_ -> demand.map(_ -> new LockRule.ForbidPair(from, to)));
            case FORBID_SUPPLY -> supply.map(_ -> new LockRule.ForbidSupply(from));
            case FORBID_DEMAND -> demand.map(_ -> new LockRule.ForbidDemand(to));
            case FORBID_LANE -> new LaneKey(from, to).ban(docket);
        };
    }

    private static Mass least(Mass one, Mass other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String faultKey(LocksRefused refused) {
        return switch (refused.fault()) {
            case NOT_TOGETHER, MORE_THAN_THE_ROW, SHIPPED_AND_FORBIDDEN, NO_ROUTE ->
                "docking.fault." + refused.fault().name();
            case UNKNOWN_SUPPLY,
                    UNKNOWN_DEMAND,
                    UNKNOWN_LANE,
                    RULE_REPEATED,
                    MASS_NOT_POSITIVE,
                    DIFFERENT_PRODUCT,
                    GRADE_TOO_LOW -> "docking.fault.other";
        };
    }

    private JobOutcome failed(PlanId plan, String path, String key) {
        plans.ended(plan, PlanState.FAILED, key, List.of(), clock.instant());
        return JobOutcome.refused(path, key);
    }

    private static JobOutcome done(String path, Object placed, long gapBasisPoints) {
        return JobOutcome.done(
                path,
                "docking.progress.done",
                placed,
                gapBasisPoints / 100 + "." + "%02d".formatted(gapBasisPoints % 100) + "%");
    }

    /// Tells the job what the engine tells: the engine reports often, the job writes seldom.
    private record Reporter(JobRun run, Docket docket) implements Progress {
        @Override
        public void report(Stage stage, long surplusFen, long boundFen, double shareDone) {
            long percent = Math.clamp(Math.round(shareDone * 100), 0, 99);
            switch (stage) {
                case PREPARING ->
                    run.progress(
                            percent,
                            100,
                            "docking.progress.preparing",
                            docket.offers().size(),
                            docket.wishes().size());
                case RELAXING -> run.progress(percent, 100, "docking.progress.relaxing");
                case LOADING ->
                    run.progress(percent, 100, "docking.progress.loading", new Money(Math.max(0, surplusFen)));
                case EXPLAINING -> run.progress(percent, 100, "docking.progress.explaining");
            }
        }

        @Override
        public boolean isCancelled() {
            return run.isCancelled();
        }
    }
}
