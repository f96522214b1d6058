package org.farmgate.trade.docking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.trade.docking.SmallSeasons.TONNE;
import static org.farmgate.trade.docking.SmallSeasons.demand;
import static org.farmgate.trade.docking.SmallSeasons.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.farmgate.bench.DockingInstances;
import org.junit.jupiter.api.Test;

class DockingSolverTests {

    @Test
    void equalGrowersSellEqualSharesToTheGram() {
        List<Supply> equals = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            equals.add(supply("equal-" + i, 0, "melon", 5 + i, 0, 1, 2000));
        }
        equals.add(supply("dearer", 0, "melon", 9, 0, 1, 2300));
        Season season = SmallSeasons.of(equals, List.of(demand("zz", 0, "melon", 33, 0, 2, 4500)));
        Plan plan = SmallSeasons.solve(season, Locks.NONE);
        PlanChecker.check(season, Locks.NONE, plan);
        Map<String, Long> sold = plan.allocations().stream()
                .collect(Collectors.groupingBy(Allocation::supplyKey, Collectors.summingLong(Allocation::grams)));
        assertThat(sold).doesNotContainKey("dearer").hasSize(7);
        assertThat(sold.values().stream().mapToLong(x -> x).sum()).isEqualTo(33 * TONNE);
        for (int i = 0; i < 7; i++) {
            double share = 33.0 * TONNE * (5 + i) * TONNE / (56 * TONNE);
            assertThat((double) sold.getOrDefault("equal-" + i, -1L)).isBetween(Math.floor(share), Math.ceil(share));
        }
    }

    @Test
    void leftoversNameTheReasonThatBinds() {
        Supply spoils = new Supply("spoils", "g", 0, "apricot", 1, TONNE, 0, 0, 3, false, 300_000);
        Season season = SmallSeasons.of(
                List.of(
                        supply("sold", 0, "melon", 33, 0, 0, 2000),
                        supply("beaten", 0, "melon", 10, 0, 0, 2600),
                        supply("dear", 0, "melon", 5, 0, 0, 9000),
                        supply("late", 0, "melon", 5, 2, 2, 2000),
                        supply("unwanted", 0, "leek", 5, 0, 2, 2000),
                        supply("small", 1, "walnut", 0.3, 0, 2, 11_000),
                        spoils),
                List.of(
                        demand("zz", 0, "melon", 33, 0, 0, 4500),
                        demand("nobody-has", 1, "pear", 2, 0, 2, 9000),
                        demand("too-low", 1, "melon", 2, 0, 0, 1000),
                        demand("zz-walnut", 0, "walnut", 0.3, 0, 2, 15_000),
                        demand("apricot", 0, "apricot", 5, 0, 2, 9000)));
        Plan plan = SmallSeasons.solve(season, Locks.NONE);
        PlanChecker.check(season, Locks.NONE, plan);
        Map<String, UnsoldReason> unsold =
                plan.unsold().stream().collect(Collectors.toMap(Plan.Unsold::supplyKey, Plan.Unsold::reason));
        assertThat(unsold)
                .containsEntry("beaten", UnsoldReason.OUTCOMPETED)
                .containsEntry("dear", UnsoldReason.PRICE_TOO_LOW)
                .containsEntry("late", UnsoldReason.NO_DEMAND_IN_WEEKS)
                .containsEntry("unwanted", UnsoldReason.NO_DEMAND_FOR_GRADE)
                .containsEntry("small", UnsoldReason.TRUCK_NOT_WORTH_IT)
                .containsEntry("spoils", UnsoldReason.SHELF_LIFE_TOO_SHORT)
                .doesNotContainKey("sold");
        Map<String, UnmetReason> unmet =
                plan.unmet().stream().collect(Collectors.toMap(Plan.Unmet::demandKey, Plan.Unmet::reason));
        assertThat(unmet)
                .containsEntry("nobody-has", UnmetReason.NO_SUPPLY_OF_GRADE)
                .containsEntry("too-low", UnmetReason.PRICE_TOO_LOW)
                .containsEntry("zz-walnut", UnmetReason.TRUCK_NOT_WORTH_IT)
                .containsEntry("apricot", UnmetReason.SHELF_LIFE_TOO_SHORT);
    }

    @Test
    void aFullWarehouseIsNamed() {
        // The melons are ready in week 0 and wanted in week 2: only the warehouse can bridge that, and it holds 6 t.
        Season season = SmallSeasons.of(
                List.of(supply("early", 0, "melon", 20, 0, 0, 2000)),
                List.of(demand("later", 1, "melon", 20, 2, 2, 9000)),
                6 * TONNE);
        Plan plan = SmallSeasons.solve(season, Locks.NONE);
        PlanChecker.check(season, Locks.NONE, plan);
        assertThat(plan.allocations()).singleElement().satisfies(a -> {
            assertThat(a.grams()).isEqualTo(6 * TONNE);
            assertThat(a.storageWeeks()).isEqualTo(3);
        });
        assertThat(plan.unsold()).containsExactly(new Plan.Unsold("early", 14 * TONNE, UnsoldReason.WAREHOUSE_FULL));
        assertThat(plan.unmet()).containsExactly(new Plan.Unmet("later", 14 * TONNE, UnmetReason.WAREHOUSE_FULL));
    }

    @Test
    void coldGoodsNeedAColdTruckAndOthersMayRideAlong() {
        Season season = SmallSeasons.of(
                List.of(
                        new Supply("grape", "g", 0, "grape", 1, 8 * TONNE, 0, 0, 20, true, 400_000),
                        supply("melon", 0, "melon", 4, 0, 0, 2000)),
                List.of(demand("g", 0, "grape", 8, 0, 0, 9000), demand("m", 0, "melon", 4, 0, 0, 4000)));
        Plan plan = SmallSeasons.solve(season, Locks.NONE);
        PlanChecker.check(season, Locks.NONE, plan);
        assertThat(plan.trips()).singleElement().satisfies(t -> {
            assertThat(season.truckKinds().get(t.truckKind()).cold()).isTrue();
            assertThat(t.filling()).isEqualTo(1.0);
        });
    }

    @Test
    void cancellingEndsTheSolveWithinASecond() {
        Season season = DockingInstances.season(2000, 500, 3);
        AtomicLong askedAt = new AtomicLong();
        Progress stopper = new Progress() {
            @Override
            public void report(Stage stage, long surplusFen, long boundFen, double shareDone) {}

            @Override
            public boolean isCancelled() {
                // The first question is at the very start; from the third on, the answer is yes.
                if (calls++ >= 2) {
                    askedAt.compareAndSet(0, System.nanoTime());
                    return true;
                }
                return false;
            }

            private int calls;
        };
        assertThatThrownBy(() -> new DockingSolver().solve(season, Locks.NONE, new Limits(60, 1), stopper))
                .isInstanceOf(DockingCancelled.class);
        assertThat((System.nanoTime() - askedAt.get()) / 1e9).isLessThan(3);
    }

    @Test
    void theSolveKeepsToItsTimeAndTellsHowFarItIs() {
        Season season = DockingInstances.season(500, 100, 4);
        List<Double> shares = new ArrayList<>();
        Progress watching = new Progress() {
            @Override
            public void report(Stage stage, long surplusFen, long boundFen, double shareDone) {
                shares.add(shareDone);
                assertThat(surplusFen).isLessThanOrEqualTo(boundFen);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        Plan plan = new DockingSolver().solve(season, Locks.NONE, new Limits(4, 1), watching);
        PlanChecker.check(season, Locks.NONE, plan);
        assertThat(plan.seconds()).isLessThan(8);
        assertThat(plan.gapPercent()).isLessThan(20);
        assertThat(shares).isSorted().hasSizeGreaterThan(5);
    }
}
