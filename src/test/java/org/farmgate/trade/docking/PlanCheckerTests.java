package org.farmgate.trade.docking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The checker passes real plans and sees each kind of alteration by hand.
class PlanCheckerTests {
    private static final Season SEASON = SmallSeasons.mixed();
    private static final Plan PLAN = SmallSeasons.solve(SEASON, Locks.NONE);

    private static Plan with(List<Allocation> allocations, List<Trip> trips, long surplusFen) {
        return new Plan(
                allocations,
                trips,
                surplusFen,
                PLAN.boundFen(),
                PLAN.freight(),
                PLAN.freightAloneFen(),
                PLAN.unsold(),
                PLAN.unmet(),
                PLAN.certificate(),
                PLAN.seconds());
    }

    private static Allocation changed(Allocation a, int loading, int arrival, int leaving, int delivery, long grams) {
        return new Allocation(
                a.supplyKey(), a.demandKey(), a.destination(), loading, arrival, leaving, delivery, grams, a.buildUp());
    }

    private static void rejects(String rule, String supply, UnaryOperator<Allocation> change) {
        List<Allocation> list = new ArrayList<>(PLAN.allocations());
        int at = 0;
        while (!list.get(at).supplyKey().equals(supply)) {
            at++;
        }
        list.set(at, change.apply(list.get(at)));
        assertThatThrownBy(() -> PlanChecker.check(SEASON, Locks.NONE, with(list, PLAN.trips(), PLAN.surplusFen())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule);
    }

    private static void rejectsTrip(String rule, UnaryOperator<Trip> change) {
        List<Trip> list = new ArrayList<>(PLAN.trips());
        list.set(0, change.apply(list.getFirst()));
        assertThatThrownBy(
                        () -> PlanChecker.check(SEASON, Locks.NONE, with(PLAN.allocations(), list, PLAN.surplusFen())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule);
    }

    private static String anySold() {
        return PLAN.allocations().getFirst().supplyKey();
    }

    @Test
    void aSolvedPlanPasses() {
        assertThat(PLAN.allocations()).isNotEmpty();
        assertThat(PLAN.surplusFen()).isPositive();
        PlanChecker.check(SEASON, Locks.NONE, PLAN);
    }

    @Test
    void loadingOutsideTheReadyWindowIsSeen() {
        rejects(
                "loaded when ready",
                anySold(),
                a -> changed(a, -1, a.arrivalWeek(), a.leavingWeek(), a.deliveryWeek(), a.grams()));
    }

    @Test
    void deliveryOutsideTheWantedWindowIsSeen() {
        rejects(
                "delivered when wanted",
                anySold(),
                a -> changed(a, a.loadingWeek(), a.arrivalWeek(), a.leavingWeek(), 9, a.grams()));
    }

    @Test
    void arrivingFasterThanTheLaneIsSeen() {
        rejects(
                "arrival follows the lane",
                anySold(),
                a -> changed(a, a.loadingWeek(), a.arrivalWeek() + 1, a.leavingWeek(), a.deliveryWeek(), a.grams()));
    }

    @Test
    void moreMassThanTheRowHoldsIsSeen() {
        rejects(
                "no more is sold than there is",
                anySold(),
                a -> changed(
                        a,
                        a.loadingWeek(),
                        a.arrivalWeek(),
                        a.leavingWeek(),
                        a.deliveryWeek(),
                        a.grams() + 100 * SmallSeasons.TONNE));
    }

    @Test
    void aMissingGramIsSeen() {
        rejects(
                "is what is left",
                anySold(),
                a -> changed(a, a.loadingWeek(), a.arrivalWeek(), a.leavingWeek(), a.deliveryWeek(), a.grams() - 1));
    }

    @Test
    void anotherProductIsSeen() {
        rejects(
                "product is the same",
                anySold(),
                a -> new Allocation(
                        a.supplyKey().startsWith("melon") ? "walnut-1" : "melon-1",
                        a.demandKey(),
                        a.destination(),
                        a.loadingWeek(),
                        a.arrivalWeek(),
                        a.leavingWeek(),
                        a.deliveryWeek(),
                        a.grams(),
                        a.buildUp()));
    }

    @Test
    void anotherCityIsSeen() {
        rejects(
                "",
                anySold(),
                a -> new Allocation(
                        a.supplyKey(),
                        a.demandKey(),
                        Destination.city((a.destination().index() + 2) % 3),
                        a.loadingWeek(),
                        a.arrivalWeek(),
                        a.leavingWeek(),
                        a.deliveryWeek(),
                        a.grams(),
                        a.buildUp()));
    }

    @Test
    void aBentPriceBuildUpIsSeen() {
        rejects(
                "the price builds up",
                anySold(),
                a -> new Allocation(
                        a.supplyKey(),
                        a.demandKey(),
                        a.destination(),
                        a.loadingWeek(),
                        a.arrivalWeek(),
                        a.leavingWeek(),
                        a.deliveryWeek(),
                        a.grams(),
                        new Allocation.BuildUp(0, 0, 0, 0, 0, 0, 1)));
    }

    @Test
    void aMissingOverloadedOrCheapTripIsSeen() {
        List<Trip> fewer = PLAN.trips().subList(1, PLAN.trips().size());
        assertThatThrownBy(
                        () -> PlanChecker.check(SEASON, Locks.NONE, with(PLAN.allocations(), fewer, PLAN.surplusFen())))
                .hasMessageContaining("trips carry what is allocated");
        rejectsTrip(
                "trucks are not overloaded",
                t -> new Trip(
                        t.origin(),
                        t.destination(),
                        t.week(),
                        t.truckKind(),
                        t.count(),
                        t.capacityGrams() + 1,
                        t.capacityGrams(),
                        t.costFen()));
        rejectsTrip(
                "trips cost",
                t -> new Trip(
                        t.origin(),
                        t.destination(),
                        t.week(),
                        t.truckKind(),
                        t.count(),
                        t.grams(),
                        t.capacityGrams(),
                        t.costFen() - 1));
        rejectsTrip(
                "capacity is the trucks'",
                t -> new Trip(
                        t.origin(),
                        t.destination(),
                        t.week(),
                        t.truckKind(),
                        t.count(),
                        t.grams(),
                        t.capacityGrams() + 1,
                        t.costFen()));
    }

    @Test
    void aFlatteredSurplusIsSeen() {
        assertThatThrownBy(() -> PlanChecker.check(
                        SEASON, Locks.NONE, with(PLAN.allocations(), PLAN.trips(), PLAN.surplusFen() + 1)))
                .hasMessageContaining("the surplus is right");
    }

    @Test
    void brokenRulesAreSeen() {
        Allocation a = PLAN.allocations().getFirst();
        List<LockRule> broken = List.of(
                new LockRule.ForbidSupply(a.supplyKey()),
                new LockRule.ForbidDemand(a.demandKey()),
                new LockRule.ForbidPair(a.supplyKey(), a.demandKey()),
                new LockRule.ShipPair("grape-1", "jn-grape", 10 * SmallSeasons.TONNE));
        for (LockRule rule : broken) {
            assertThatThrownBy(() -> PlanChecker.check(SEASON, Locks.of(rule), PLAN))
                    .hasMessageContaining("rules are kept");
        }
    }

    /// Rows of a season put otherwise make a plan's grade, shelf life, cold and room wrong: the same plan must
    /// then fail.
    @Test
    void aPlanForOtherRowsIsSeen() {
        for (String what : List.of("grade", "shelf", "cold", "floor")) {
            List<Supply> rows = SEASON.supplies().stream()
                    .map(s -> new Supply(
                            s.key(),
                            s.grower(),
                            s.origin(),
                            s.product(),
                            what.equals("grade") ? 9 : s.grade(),
                            s.grams(),
                            s.firstWeek(),
                            s.lastWeek(),
                            what.equals("shelf") ? 1 : s.shelfLifeDays(),
                            s.cold() || what.equals("cold"),
                            what.equals("floor") ? 9_999_900 : s.floorFenPerTonne()))
                    .toList();
            Season other = SmallSeasons.of(rows, SEASON.demands());
            assertThatThrownBy(() -> PlanChecker.check(other, Locks.NONE, PLAN))
                    .as(what)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(
                            switch (what) {
                                case "grade" -> "grade is good enough";
                                case "shelf" -> "goods keep";
                                case "cold" -> "cold goods ride cold";
                                default -> "nobody loses";
                            });
        }
    }
}
