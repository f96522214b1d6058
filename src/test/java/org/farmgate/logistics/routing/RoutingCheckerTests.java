package org.farmgate.logistics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.farmgate.logistics.routing.LeftOut.Reason;
import org.farmgate.logistics.routing.RoutingFault.Kind;
import org.junit.jupiter.api.Test;

/// The checker passes real plans and sees each kind of alteration by hand.
class RoutingCheckerTests {
    private static final RoutingProblem VILLAGE = SmallRoutings.village();
    private static final Arrangement BY_HAND = new Arrangement(
            VILLAGE,
            List.of(
                    new Arrangement.Lane("van", 0, List.of("school", "shop", "farm", "mill")),
                    new Arrangement.Lane("coldvan", 0, List.of("clinic", "dairy"))));
    private static final RoutingPlan PLAN = BY_HAND.plan();

    private static List<Kind> kinds(RoutingPlan plan) {
        return RoutingChecker.faults(VILLAGE, plan).stream()
                .map(RoutingFault::kind)
                .distinct()
                .toList();
    }

    private static List<Kind> afterMoving(String stop, int lane, int position) {
        return kinds(BY_HAND.moved(stop, lane, position).plan());
    }

    private static RoutingPlan plan(List<Route> routes, List<LeftOut> leftOut) {
        return new RoutingPlan(routes, leftOut, PLAN.metres(), PLAN.costMillifen(), 0);
    }

    private static RoutingPlan with(UnaryOperator<Route> change) {
        List<Route> routes = new ArrayList<>(PLAN.routes());
        routes.set(0, change.apply(routes.getFirst()));
        return plan(routes, List.of());
    }

    private static RoutingPlan withVisit(int at, UnaryOperator<Visit> change) {
        return with(r -> {
            List<Visit> visits = new ArrayList<>(r.visits());
            visits.set(at, change.apply(visits.get(at)));
            return copy(r, r.vehicle(), r.number(), visits, r.departSecond(), r.returnSecond());
        });
    }

    private static Route copy(Route r, String vehicle, int number, List<Visit> visits, int depart, int back) {
        return new Route(
                vehicle,
                number,
                visits,
                depart,
                back,
                r.gramsAtDeparture(),
                r.litresAtDeparture(),
                r.metres(),
                r.drivingSeconds(),
                r.costMillifen());
    }

    private static Visit shifted(Visit v, int arrive, int begin, int leave) {
        return new Visit(
                v.stop(),
                v.arriveSecond() + arrive,
                v.beginSecond() + begin,
                v.leaveSecond() + leave,
                v.gramsAfter(),
                v.litresAfter());
    }

    @Test
    void aGoodPlanPasses() {
        assertThat(RoutingChecker.faults(VILLAGE, PLAN)).isEmpty();
        assertThat(PLAN.routes()).hasSize(2);
    }

    @Test
    void badArrangementsAreSeen() {
        assertThat(afterMoving("school", 0, 3)).containsExactly(Kind.TOO_LATE);
        assertThat(afterMoving("clinic", 0, 0)).contains(Kind.NOT_COLD);
        assertThat(afterMoving("shop", 1, 1)).doesNotContain(Kind.TOO_HEAVY);
        assertThat(afterMoving("shop", 1, 2)).containsExactly(Kind.TOO_HEAVY);
        assertThat(afterMoving("mill", 0, 0)).containsExactly(Kind.TRANSFER_REVERSED);
        assertThat(afterMoving("mill", 1, 0)).containsExactly(Kind.TRANSFER_TORN);
        assertThat(kinds(BY_HAND.takenOff("farm").plan())).contains(Kind.TRANSFER_TORN);
    }

    @Test
    void forgottenDoubledAndUnknownStopsAreSeen() {
        assertThat(kinds(plan(PLAN.routes().subList(0, 1), List.of()))).contains(Kind.STOP_FORGOTTEN);
        LeftOut shop = new LeftOut("shop", Reason.FLEET_TOO_SMALL);
        assertThat(kinds(plan(PLAN.routes(), List.of(shop)))).containsExactly(Kind.STOP_TWICE);
        LeftOut inn = new LeftOut("inn", Reason.FLEET_TOO_SMALL);
        assertThat(kinds(plan(PLAN.routes(), List.of(inn)))).containsExactly(Kind.UNKNOWN_STOP);
    }

    @Test
    void unknownAndDoubledVehiclesAreSeen() {
        assertThat(kinds(with(r -> copy(r, "bus", 0, r.visits(), r.departSecond(), r.returnSecond()))))
                .containsExactly(Kind.UNKNOWN_VEHICLE);
        assertThat(kinds(with(r -> copy(r, "van", 1, r.visits(), r.departSecond(), r.returnSecond()))))
                .containsExactly(Kind.UNKNOWN_VEHICLE);
        assertThat(kinds(with(r -> copy(r, "coldvan", 0, r.visits(), r.departSecond(), r.returnSecond()))))
                .contains(Kind.VEHICLE_TWICE);
        assertThat(kinds(with(r -> copy(r, "van", 0, List.of(), r.departSecond(), r.returnSecond()))))
                .contains(Kind.ROUTE_EMPTY);
    }

    @Test
    void alteredTimesAreSeen() {
        assertThat(kinds(withVisit(0, v -> shifted(v, 1, 1, 1)))).contains(Kind.TIMES_WRONG);
        assertThat(kinds(withVisit(0, v -> shifted(v, 0, -1, -1)))).contains(Kind.TOO_EARLY);
        assertThat(kinds(withVisit(1, v -> shifted(v, 0, 0, -1)))).contains(Kind.TIMES_WRONG);
        assertThat(kinds(withVisit(1, v -> shifted(v, 0, 0, 1)))).contains(Kind.TIMES_WRONG);
        assertThat(kinds(with(r -> copy(r, "van", 0, r.visits(), -1, r.returnSecond()))))
                .contains(Kind.LEAVES_TOO_EARLY);
        assertThat(kinds(with(r -> copy(r, "van", 0, r.visits(), r.departSecond(), r.returnSecond() + 1))))
                .containsExactly(Kind.TIMES_WRONG);
    }

    @Test
    void alteredFiguresAreSeen() {
        assertThat(kinds(withVisit(
                        1,
                        v -> new Visit(
                                v.stop(), v.arriveSecond(), v.beginSecond(), v.leaveSecond(), v.gramsAfter() - 1, 0))))
                .containsExactly(Kind.LOADS_WRONG);
        assertThat(kinds(with(r -> new Route(
                        r.vehicle(),
                        0,
                        r.visits(),
                        r.departSecond(),
                        r.returnSecond(),
                        r.gramsAtDeparture(),
                        r.litresAtDeparture(),
                        r.metres() - 1,
                        r.drivingSeconds(),
                        r.costMillifen() - 1))))
                .containsExactlyInAnyOrder(Kind.METRES_WRONG, Kind.COST_WRONG);
        RoutingPlan cheaper = new RoutingPlan(PLAN.routes(), List.of(), PLAN.metres(), PLAN.costMillifen() - 1, 0);
        assertThat(kinds(cheaper)).containsExactly(Kind.COST_WRONG);
    }

    @Test
    void shiftsDrivingAndRoomAreKept() {
        RoutingProblem tight = new RoutingProblem(
                VILLAGE.depots(),
                List.of(
                        new Vehicle("van", 1, "centre", "centre", 8000, 19, false, new Window(0, 1000), 100, 5000, 200),
                        VILLAGE.vehicles().get(1)),
                VILLAGE.stops(),
                VILLAGE.transfers(),
                VILLAGE.matrix(),
                Objective.COST);
        assertThat(RoutingChecker.faults(tight, PLAN).stream().map(RoutingFault::kind))
                .containsExactly(Kind.BACK_TOO_LATE, Kind.DRIVES_TOO_LONG, Kind.TOO_BULKY);
    }
}
