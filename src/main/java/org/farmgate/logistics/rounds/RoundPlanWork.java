package org.farmgate.logistics.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.farmgate.logistics.rounds.RoundPlanRequest.Crew;
import org.farmgate.logistics.routing.LeftOut;
import org.farmgate.logistics.routing.Route;
import org.farmgate.logistics.routing.RoutingCancelled;
import org.farmgate.logistics.routing.RoutingPlan;
import org.farmgate.logistics.routing.RoutingProgress;
import org.farmgate.logistics.routing.RoutingSolver;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.jobs.JobCancelled;
import org.farmgate.platform.jobs.JobOutcome;
import org.farmgate.platform.jobs.JobRun;
import org.farmgate.platform.jobs.JobWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Solves a day. Nothing is written before the result, which goes in whole in one transaction: stopped in the middle,
/// it simply begins again. Unlocked drafts are taken apart by it, unless somebody changed one meanwhile.
@Component
class RoundPlanWork implements JobWork {
    static final String KIND = "rounds";
    static final String PLAN = "plan";

    private final RoundPlanStore plans;
    private final RoundDesk desk;
    private final RoundDrafts drafts;
    private final RoundGathering gathering;
    private final Vehicles vehicles;
    private final Sites sites;
    private final TransactionTemplate transaction;

    RoundPlanWork(
            RoundPlanStore plans,
            RoundDesk desk,
            RoundDrafts drafts,
            RoundGathering gathering,
            Vehicles vehicles,
            Sites sites,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.desk = desk;
        this.drafts = drafts;
        this.gathering = gathering;
        this.vehicles = vehicles;
        this.sites = sites;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        RoundPlanId id =
                new RoundPlanId(UUID.fromString(String.valueOf(run.parameters().get(PLAN))));
        RoundPlan plan = plans.find(id).orElseThrow(() -> new NotFound("round-plan", id));
        if (plan.state() == RoundPlan.State.SOLVED) return done(plan);
        try {
            return solve(run, plan);
        } catch (JobCancelled | RoutingCancelled stopped) {
            plans.ended(id, RoundPlan.State.CANCELLED, "", desk.now());
            throw new JobCancelled();
        } catch (RuleBroken broken) {
            String key = broken.rule() == RoundRule.ROUND_CHANGED_MEANWHILE
                    ? "rounds.plan.overtaken"
                    : "rounds.plan.nothing";
            plans.ended(id, RoundPlan.State.FAILED, key, desk.now());
            return JobOutcome.refused(path(id), key);
        } catch (RuntimeException unexpected) {
            plans.ended(id, RoundPlan.State.FAILED, "rounds.plan.failed.unexpected", desk.now());
            throw unexpected;
        }
    }

    private static String path(RoundPlanId id) {
        return "/round-plans/" + id;
    }

    private static JobOutcome done(RoundPlan plan) {
        return JobOutcome.done(path(plan.id()), "rounds.plan.progress.done", plan.rounds(), plan.served());
    }

    /// One depot's answer.
    private record Solved(DepotProblem problem, RoutingPlan plan) {}

    private JobOutcome solve(JobRun run, RoundPlan plan) {
        run.progress(0, 100, "rounds.plan.progress.gathering");
        List<Crew> crews = plans.crews(plan.id());
        List<Round> old = drafts.of(run.actor(), plan.day(), plan.depots());
        Collection<OpenGoods> goods = gather(run.actor(), plan, old);
        List<Solved> solved = new ArrayList<>();
        for (SiteId depot : plan.depots()) {
            run.stopIfCancelled();
            List<OpenGoods> here =
                    goods.stream().filter(one -> one.depot().equals(depot)).toList();
            solved.add(solve(run, plan, depot, crews, here, solved.size()));
        }
        if (solved.stream().allMatch(one -> one.problem().problem().stops().isEmpty()))
            throw new RuleBroken(RoundRule.NOTHING_TO_PLAN);
        run.stopIfCancelled();
        boolean written = Boolean.TRUE.equals(transaction.execute(_ -> write(run.actor(), plan, old, solved)));
        if (!written) throw new JobCancelled();
        return done(plans.find(plan.id()).orElseThrow());
    }

    /// Each thing once: what goes from one of the depots to another is brought from where it lies, not fetched as well.
    private Collection<OpenGoods> gather(Actor actor, RoundPlan plan, List<Round> old) {
        Map<UUID, OpenGoods> once = new LinkedHashMap<>();
        for (SiteId depot : plan.depots())
            Stream.concat(
                            gathering.open(actor, List.of(depot), plan.day()).stream(),
                            old.stream()
                                    .filter(round -> round.depot().equals(depot))
                                    .flatMap(round -> drafts.goods(round).stream()))
                    .forEach(one -> once.merge(one.of(), one, (a, b) -> b.kind() == Task.Kind.DELIVER ? b : a));
        return once.values();
    }

    private Solved solve(
            JobRun run, RoundPlan plan, SiteId depot, List<Crew> crews, List<OpenGoods> goods, int number) {
        List<Crew> here =
                crews.stream().filter(crew -> crew.depot().equals(depot)).toList();
        Map<Vehicle.VehicleId, Vehicle> known =
                vehicles.byIds(here.stream().map(Crew::vehicle).toList());
        Coordinates at = sites.get(depot).at();
        List<Stop> stops = gathering.stops(run.actor(), plan.day(), goods, StopParts.fitting(known.values()));
        var problem = new DepotProblem(at, plan.day(), here, known, stops, Reckoning::road);
        Duration time = Duration.ofMillis(1000L * plan.seconds() / plan.depots().size());
        String name = sites.get(depot).name();
        int all = plan.depots().size();
        RoutingPlan found = new RoutingSolver().solve(problem.problem(), time, new RoutingProgress() {
            @Override
            public void report(int leftOut, long costMillifen, double shareDone) {
                long percent = Math.clamp(Math.round((number + shareDone) * 100 / all), 0, 99);
                run.progress(
                        percent,
                        100,
                        "rounds.plan.progress.solving",
                        name,
                        stops.size(),
                        leftOut,
                        new Money(Math.max(0, costMillifen / 1000)));
            }

            @Override
            public boolean isCancelled() {
                return run.isCancelled();
            }
        });
        return new Solved(problem, found);
    }

    private boolean write(Actor actor, RoundPlan plan, List<Round> old, List<Solved> solved) {
        drafts.takeApart(actor, old);
        List<Round> made = new ArrayList<>();
        List<RoundPlanStore.Left> left = new ArrayList<>();
        for (Solved one : solved) {
            for (Route route : one.plan().routes())
                if (!route.visits().isEmpty()) made.add(drafts.make(actor, plan, one.problem(), route));
            for (LeftOut out : one.plan().leftOut())
                for (Task task : one.problem().stop(out.stop()).tasks())
                    left.add(new RoundPlanStore.Left(task, reason(out.reason())));
        }
        plans.unserved(plan.id(), left);
        return plans.solved(
                plan.id(),
                made.size(),
                made.stream().mapToInt(round -> round.tasks().size()).sum(),
                made.stream().mapToLong(round -> round.sums().metres()).sum(),
                made.stream().map(round -> round.sums().cost()).reduce(Money.ZERO, Money::plus),
                desk.now());
    }

    private static RoundPlan.Reason reason(LeftOut.Reason reason) {
        return switch (reason) {
            case NO_VEHICLE -> RoundPlan.Reason.NO_VEHICLE;
            case NO_COLD_VEHICLE -> RoundPlan.Reason.NO_COLD_VEHICLE;
            case TOO_HEAVY -> RoundPlan.Reason.TOO_HEAVY;
            case TOO_BULKY -> RoundPlan.Reason.TOO_BULKY;
            case NOT_IN_TIME -> RoundPlan.Reason.NOT_IN_TIME;
            case TOO_FAR_TO_DRIVE -> RoundPlan.Reason.TOO_FAR_TO_DRIVE;
            // No transfers are planned, so no stop has a partner.
            case PARTNER_LEFT_OUT, FLEET_TOO_SMALL -> RoundPlan.Reason.FLEET_TOO_SMALL;
        };
    }
}
