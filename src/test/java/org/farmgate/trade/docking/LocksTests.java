package org.farmgate.trade.docking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.farmgate.trade.docking.SmallSeasons.TONNE;

import java.util.List;
import java.util.Random;
import org.farmgate.bench.BoundChecker;
import org.farmgate.trade.docking.LocksRefused.Fault;
import org.junit.jupiter.api.Test;

class LocksTests {
    private static final Season SEASON = SmallSeasons.mixed();

    private static void refused(Fault fault, Locks locks, LockRule rule, LockRule... against) {
        assertThatThrownBy(() -> SmallSeasons.solve(SEASON, locks)).isInstanceOfSatisfying(LocksRefused.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e.rule()).isEqualTo(rule);
            assertThat(e.against()).containsExactly(against);
        });
    }

    private static long pairGrams(Plan plan, String supply, String demand) {
        return plan.allocations().stream()
                .filter(a -> a.supplyKey().equals(supply) && a.demandKey().equals(demand))
                .mapToLong(Allocation::grams)
                .sum();
    }

    @Test
    void aLockedPairShipsWhateverPaysBetter() {
        Locks locks = Locks.of(new LockRule.ShipPair("melon-3", "zz-melon", 1_234_567));
        Plan plan = SmallSeasons.solve(SEASON, locks);
        PlanChecker.check(SEASON, locks, plan);
        assertThat(pairGrams(plan, "melon-3", "zz-melon")).isGreaterThanOrEqualTo(1_234_567);
        assertThat(plan.surplusFen())
                .isLessThanOrEqualTo(SmallSeasons.solve(SEASON, Locks.NONE).surplusFen());
    }

    @Test
    void lockedRowsShipToAnyone() {
        Locks locks = Locks.of(
                new LockRule.ShipSupply("melon-2", 15 * TONNE),
                new LockRule.ShipDemand("zz-walnut", 1),
                new LockRule.ShipPair("melon-2", "zz-melon", 2 * TONNE));
        Plan plan = SmallSeasons.solve(SEASON, locks);
        PlanChecker.check(SEASON, locks, plan);
        long proven = BoundChecker.boundFen(SEASON, locks, plan.certificate());
        assertThat(proven).isBetween(plan.surplusFen(), plan.boundFen() + 1);
    }

    @Test
    void forbiddenRowsPairsAndLanesStayOut() {
        Plan free = SmallSeasons.solve(SEASON, Locks.NONE);
        Allocation first = free.allocations().getFirst();
        int origin = SEASON.supplies().stream()
                .filter(s -> s.key().equals(first.supplyKey()))
                .findFirst()
                .orElseThrow()
                .origin();
        for (LockRule rule : List.of(
                new LockRule.ForbidPair(first.supplyKey(), first.demandKey()),
                new LockRule.ForbidSupply(first.supplyKey()),
                new LockRule.ForbidDemand(first.demandKey()),
                new LockRule.ForbidLane(origin, first.destination()))) {
            Plan plan = SmallSeasons.solve(SEASON, Locks.of(rule));
            PlanChecker.check(SEASON, Locks.of(rule), plan);
            assertThat(plan.surplusFen()).as(rule.toString()).isLessThanOrEqualTo(free.surplusFen());
        }
        Plan without = SmallSeasons.solve(SEASON, Locks.of(new LockRule.ForbidSupply("melon-1")));
        assertThat(without.unsold()).contains(new Plan.Unsold("melon-1", 20 * TONNE, UnsoldReason.FORBIDDEN));
    }

    @Test
    void rulesThatDoNotFitTheRowsAreRefusedByName() {
        LockRule tooMuch = new LockRule.ShipPair("grape-1", "jn-grape", 9 * TONNE);
        refused(Fault.MORE_THAN_THE_ROW, Locks.of(tooMuch), tooMuch);
        LockRule otherProduct = new LockRule.ShipPair("grape-1", "jn-melon", 1);
        refused(Fault.DIFFERENT_PRODUCT, Locks.of(otherProduct), otherProduct);
        LockRule unknown = new LockRule.ForbidSupply("nobody");
        refused(Fault.UNKNOWN_SUPPLY, Locks.of(unknown), unknown);
        LockRule nothing = new LockRule.ShipDemand("zz-melon", 0);
        refused(Fault.MASS_NOT_POSITIVE, Locks.of(nothing), nothing);
        LockRule noLane = new LockRule.ForbidLane(0, Destination.city(7));
        refused(Fault.UNKNOWN_LANE, Locks.of(noLane), noLane);
        LockRule late = new LockRule.ShipPair("melon-3", "zz-melon", 1);
        Locks offLanes = Locks.of(
                late,
                new LockRule.ForbidLane(1, Destination.city(0)),
                new LockRule.ForbidLane(1, Destination.warehouse(0)));
        refused(Fault.NO_ROUTE, offLanes, late);
    }

    @Test
    void rulesThatContradictEachOtherAreRefusedByName() {
        LockRule ship = new LockRule.ShipPair("melon-1", "zz-melon", TONNE);
        LockRule forbid = new LockRule.ForbidPair("melon-1", "zz-melon");
        refused(Fault.SHIPPED_AND_FORBIDDEN, Locks.of(ship, forbid), ship, forbid);
        LockRule one = new LockRule.ShipPair("melon-1", "zz-melon", 15 * TONNE);
        LockRule two = new LockRule.ShipPair("melon-2", "zz-melon", 15 * TONNE);
        refused(Fault.MORE_THAN_THE_ROW, Locks.of(one, two), one, two);
        // Together 65 t of melon locked, but 45 t wanted by anyone.
        LockRule a = new LockRule.ShipSupply("melon-1", 20 * TONNE);
        LockRule b = new LockRule.ShipSupply("melon-2", 15 * TONNE);
        LockRule c = new LockRule.ShipSupply("melon-3", 30 * TONNE);
        assertThatThrownBy(() -> SmallSeasons.solve(SEASON, Locks.of(a, b, c)))
                .isInstanceOfSatisfying(
                        LocksRefused.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_TOGETHER));
    }

    @Test
    void randomLocksAreKeptAndBoundsHold() {
        for (long seed = 1; seed <= 12; seed++) {
            Season season = SmallSeasons.random(seed);
            Plan free = SmallSeasons.solve(season, Locks.NONE);
            if (free.allocations().isEmpty()) {
                continue;
            }
            Random random = new Random(seed);
            Allocation ship =
                    free.allocations().get(random.nextInt(free.allocations().size()));
            Supply forbid =
                    season.supplies().get(random.nextInt(season.supplies().size()));
            Locks locks = forbid.key().equals(ship.supplyKey())
                    ? Locks.of(new LockRule.ShipSupply(ship.supplyKey(), ship.grams()))
                    : Locks.of(
                            new LockRule.ShipPair(ship.supplyKey(), ship.demandKey(), Math.max(1, ship.grams() / 2)),
                            new LockRule.ForbidSupply(forbid.key()));
            Plan plan = SmallSeasons.solve(season, locks);
            PlanChecker.check(season, locks, plan);
            long proven = BoundChecker.boundFen(season, locks, plan.certificate());
            assertThat(proven).as("season of seed " + seed).isBetween(plan.surplusFen(), plan.boundFen() + 1);
        }
    }
}
