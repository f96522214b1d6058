package org.farmgate.logistics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.farmgate.logistics.routing.LeftOut.Reason;
import org.farmgate.logistics.routing.Stop.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingSolverTests {
    private final RoutingSolver solver = new RoutingSolver();

    private RoutingPlan solve(RoutingProblem problem, long steps, long seed) {
        return solver.solve(problem, Effort.steps(steps, seed), RoutingProgress.SILENT);
    }

    @Test
    void smallProblemsAreSolvedAsWellAsTheyCanBe() {
        int served = 0;
        int leftOut = 0;
        for (long seed = 1; seed <= 250; seed++) {
            RoutingProblem problem = SmallRoutings.random(seed, 2 + (int) (seed % 5));
            RoutingPlan plan = solve(problem, 3000, seed);
            ExactRouting.Best best = ExactRouting.best(problem);
            assertThat(RoutingChecker.faults(problem, plan)).as("seed %d", seed).isEmpty();
            assertThat(plan.leftOut()).as("seed %d: %s", seed, plan).hasSize(best.leftOut());
            assertThat(plan.costMillifen()).as("seed %d: %s", seed, plan).isEqualTo(best.cost());
            leftOut += best.leftOut();
            served += problem.stops().size() - best.leftOut();
        }
        assertThat(served).as("the problems have something to serve").isGreaterThan(400);
        assertThat(leftOut).as("and something that cannot be").isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void plansOfManyStopsHold(long seed) {
        RoutingProblem problem = SmallRoutings.random(seed, 60);
        RoutingPlan plan = solve(problem, 500, seed);
        assertThat(RoutingChecker.faults(problem, plan)).isEmpty();
        assertThat(plan.routes()).isNotEmpty();
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        RoutingProblem problem = SmallRoutings.random(5, 40);
        RoutingPlan first = solve(problem, 400, 3);
        RoutingPlan second = solve(problem, 400, 3);
        assertThat(second.routes()).isEqualTo(first.routes());
        assertThat(second.leftOut()).isEqualTo(first.leftOut());
    }

    @Test
    void theTimeIsKept() {
        RoutingProblem problem = SmallRoutings.random(7, 80);
        Effort effort = new Effort(Duration.ofMillis(300), Long.MAX_VALUE, 2, 1);
        RoutingPlan plan = solver.solve(problem, effort, RoutingProgress.SILENT);
        assertThat(plan.seconds()).isBetween(0.29, 60.0);
    }

    @Test
    void aCancelledSolveEndsWithoutAPlan() {
        RoutingProblem problem = SmallRoutings.random(7, 80);
        RoutingProgress impatient = new RoutingProgress() {
            private int heard;

            @Override
            public void report(int leftOut, long costMillifen, double shareDone) {
                heard++;
            }

            @Override
            public boolean isCancelled() {
                return heard > 0;
            }
        };
        assertThatThrownBy(() -> solver.solve(problem, Duration.ofMinutes(5), impatient))
                .isInstanceOf(RoutingCancelled.class);
    }

    @Test
    void withoutStopsThereIsNothingToDrive() {
        RoutingProblem village = SmallRoutings.village();
        RoutingProblem empty = new RoutingProblem(
                village.depots(), village.vehicles(), List.of(), List.of(), village.matrix(), Objective.COST);
        assertThat(solve(empty, 10, 1).routes()).isEmpty();
    }

    @Test
    void anUnlimitedFleetServesEveryStopThatFitsAlone() {
        RoutingProblem village = SmallRoutings.village();
        List<Vehicle> fleet = List.of(unlimited("cold", true, 5000));
        RoutingProblem problem = new RoutingProblem(
                village.depots(), fleet, village.stops(), village.transfers(), village.matrix(), Objective.DISTANCE);
        RoutingPlan plan = solve(problem, 2000, 1);
        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.routes()).extracting(Route::number).doesNotHaveDuplicates();
        assertThat(plan.costMillifen()).isEqualTo(plan.metres());
    }

    private static Vehicle unlimited(String key, boolean cold, long grams) {
        Window shift = new Window(0, 3600);
        return new Vehicle(key, Vehicle.UNLIMITED, "centre", "centre", grams, 60, cold, shift, 3600, 0, 100);
    }

    private static Stop stop(String key, int place, long grams, long litres, Window window, boolean cold) {
        return new Stop(key, place, Direction.DELIVERY, grams, litres, window, 10, cold);
    }

    @Test
    void whatIsLeftOutIsNamedWithItsReason() {
        int[][] points = {{0, 0}, {10, 0}, {100, 0}, {10, 10}};
        List<Stop> stops = List.of(
                stop("fine", 1, 5000, 10, Window.ALWAYS, false),
                stop("second", 3, 5000, 10, Window.ALWAYS, false),
                stop("cold", 1, 1, 1, Window.ALWAYS, true),
                stop("heavy", 1, 9000, 1, Window.ALWAYS, false),
                stop("bulky", 1, 1, 90, Window.ALWAYS, false),
                stop("soon", 1, 1, 1, new Window(0, 99), false),
                stop("far", 2, 1, 1, Window.ALWAYS, false),
                new Stop("taken", 1, Direction.COLLECTION, 1, 1, Window.ALWAYS, 0, false),
                stop("handed", 1, 1, 1, new Window(0, 5), false));
        Vehicle van = new Vehicle("van", 1, "centre", "centre", 8000, 60, false, new Window(0, 9999), 1000, 0, 100);
        RoutingProblem problem = new RoutingProblem(
                List.of(new Depot("centre", 0, Window.ALWAYS)),
                List.of(van),
                stops,
                List.of(new Transfer("taken", "handed")),
                SmallRoutings.grid(points),
                Objective.COST);
        RoutingPlan plan = solve(problem, 500, 1);
        assertThat(plan.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut("second", Reason.FLEET_TOO_SMALL),
                        new LeftOut("cold", Reason.NO_COLD_VEHICLE),
                        new LeftOut("heavy", Reason.TOO_HEAVY),
                        new LeftOut("bulky", Reason.TOO_BULKY),
                        new LeftOut("soon", Reason.NOT_IN_TIME),
                        new LeftOut("far", Reason.TOO_FAR_TO_DRIVE),
                        new LeftOut("taken", Reason.PARTNER_LEFT_OUT),
                        new LeftOut("handed", Reason.NOT_IN_TIME));
        RoutingProblem nobody =
                new RoutingProblem(problem.depots(), List.of(), stops, List.of(), problem.matrix(), Objective.COST);
        assertThat(solve(nobody, 10, 1).leftOut()).extracting(LeftOut::reason).containsOnly(Reason.NO_VEHICLE);
    }
}
