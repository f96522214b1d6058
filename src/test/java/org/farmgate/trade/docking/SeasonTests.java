package org.farmgate.trade.docking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.trade.docking.SmallSeasons.demand;
import static org.farmgate.trade.docking.SmallSeasons.supply;

import java.util.List;
import org.farmgate.trade.docking.SeasonRefused.Fault;
import org.junit.jupiter.api.Test;

class SeasonTests {

    private static void refused(Fault fault, String row, Supply supply, Demand demand) {
        assertThatThrownBy(() -> SmallSeasons.of(List.of(supply), List.of(demand)))
                .isInstanceOfSatisfying(SeasonRefused.class, e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.row()).isEqualTo(row);
                });
    }

    private static final Supply GOOD = supply("a", 0, "melon", 5, 0, 1, 2000);
    private static final Demand WANTED = demand("x", 0, "melon", 5, 0, 1, 4000);

    @Test
    void massesMustBePositive() {
        refused(Fault.MASS_NOT_POSITIVE, "supply a", supply("a", 0, "melon", -1, 0, 1, 2000), WANTED);
        refused(Fault.MASS_NOT_POSITIVE, "demand x", GOOD, demand("x", 0, "melon", 0, 0, 1, 4000));
    }

    @Test
    void windowsMustRunForwardInsideTheSeason() {
        refused(Fault.WINDOW_REVERSED, "supply a", supply("a", 0, "melon", 1, 2, 1, 2000), WANTED);
        refused(Fault.WINDOW_OUTSIDE_SEASON, "demand x", GOOD, demand("x", 0, "melon", 1, 0, 3, 4000));
        refused(Fault.WINDOW_OUTSIDE_SEASON, "supply a", supply("a", 0, "melon", 1, -1, 1, 2000), WANTED);
    }

    @Test
    void placesMustBeKnown() {
        refused(Fault.UNKNOWN_ORIGIN, "supply a", supply("a", 2, "melon", 1, 0, 1, 2000), WANTED);
        refused(Fault.UNKNOWN_CITY, "demand x", GOOD, demand("x", 9, "melon", 1, 0, 1, 4000));
    }

    @Test
    void pricesMustNotBeNegative() {
        refused(Fault.PRICE_NEGATIVE, "supply a", supply("a", 0, "melon", 1, 0, 1, -1), WANTED);
        refused(Fault.PRICE_NEGATIVE, "demand x", GOOD, demand("x", 0, "melon", 1, 0, 1, -1));
    }

    @Test
    void keysMustDiffer() {
        assertThatThrownBy(() -> SmallSeasons.of(List.of(GOOD, GOOD), List.of(WANTED)))
                .isInstanceOfSatisfying(
                        SeasonRefused.class, e -> assertThat(e.fault()).isEqualTo(Fault.KEY_REPEATED));
    }

    @Test
    void figuresBeyondTheExactArithmeticAreRefused() {
        refused(Fault.SEASON_TOO_LARGE, "demand x", GOOD, demand("x", 0, "melon", 9e9, 0, 1, 4_000_000));
    }

    @Test
    void lanesAndWarehousesMustFitThePlaces() {
        Season good = SmallSeasons.mixed();
        assertThatThrownBy(() -> new Season(
                        3,
                        good.origins(),
                        good.cities(),
                        good.supplies(),
                        good.demands(),
                        good.truckKinds(),
                        List.of(new Lane(0, Destination.warehouse(4), 10, 1)),
                        good.warehouses()))
                .isInstanceOfSatisfying(SeasonRefused.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_WAREHOUSE);
                    assertThat(e.row()).isEqualTo("lane 0→WAREHOUSE 4");
                });
    }

    @Test
    void emptySeasonsDockToNothing() {
        Plan plan = SmallSeasons.solve(SmallSeasons.of(List.of(), List.of()), Locks.NONE);
        assertThat(plan.surplusFen()).isZero();
        assertThat(plan.boundFen()).isZero();
        Plan unsold = SmallSeasons.solve(SmallSeasons.of(List.of(GOOD), List.of()), Locks.NONE);
        assertThat(unsold.unsold())
                .containsExactly(new Plan.Unsold("a", GOOD.grams(), UnsoldReason.NO_DEMAND_FOR_GRADE));
    }
}
