package org.farmgate.trade.docking;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.bench.BoundChecker;
import org.junit.jupiter.api.Test;

/// Over random small seasons: plan ≤ exact ≤ bound, the checker passes, and the plan is close to the exact one.
class ExactComparisonTests {
    private static final int SEASONS = 30;

    @Test
    void plansLieBelowTheExactSolutionAndTheExactSolutionBelowTheBound() {
        double plans = 0;
        double exacts = 0;
        double bounds = 0;
        int best = 0;
        for (long seed = 1; seed <= SEASONS; seed++) {
            Season season = SmallSeasons.random(seed);
            Plan plan = SmallSeasons.solve(season, Locks.NONE);
            String of = "season of seed " + seed;
            PlanChecker.check(season, Locks.NONE, plan);
            ExactSolve.Result exact = new ExactSolve(season).solve("scip", 10);
            double value = plan.surplusFen() / 100.0;
            double bound = plan.boundFen() / 100.0;
            double slack = 1e-5 * Math.abs(exact.bound()) + 1;
            assertThat(value).as(of).isLessThanOrEqualTo(exact.bound() + slack);
            assertThat(exact.value()).as(of).isLessThanOrEqualTo(bound + slack);
            long proven = BoundChecker.boundFen(season, Locks.NONE, plan.certificate());
            assertThat(proven).as(of).isGreaterThanOrEqualTo(plan.surplusFen());
            // Both reckon each lane-week exactly, so the two programs must agree.
            assertThat(proven).as(of).isBetween(plan.boundFen() - 1, plan.boundFen() + 1);
            assertThat(value).as(of).isGreaterThanOrEqualTo(0.9 * exact.value());
            best += value >= exact.value() - slack ? 1 : 0;
            plans += value;
            exacts += exact.value();
            bounds += bound;
        }
        System.out.printf(
                "docking against exact: %d of %d best, plans %.3f %% below, bounds %.2f %% above%n",
                best, SEASONS, 100 * (1 - plans / exacts), 100 * (bounds / exacts - 1));
        assertThat(best).isGreaterThanOrEqualTo(SEASONS * 2 / 3);
        assertThat(plans).isGreaterThan(0.99 * exacts);
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Season season = SmallSeasons.random(77);
        Plan first = SmallSeasons.solve(season, Locks.NONE);
        Plan second = SmallSeasons.solve(season, Locks.NONE);
        assertThat(second.allocations()).isEqualTo(first.allocations());
        assertThat(second.boundFen()).isEqualTo(first.boundFen());
    }
}
