package org.farmgate.logistics.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.rounds.RoundPlanRequest.Crew;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeAppTest
@Import(RoundYard.class)
class RoundPlansTests {
    private static final Shift DAY = new Shift(LocalTime.of(8, 0), LocalTime.of(18, 0));

    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    RoundPlans plans;

    @Autowired
    Rounds rounds;

    private Crew crew(Vehicle vehicle, SiteId depot) {
        return new Crew(vehicle.id(), depot, Optional.empty(), DAY);
    }

    private RoundPlan solved(Actor planner, List<Crew> crews) {
        RoundPlan plan = plans.plan(planner, new RoundPlanRequest(RoundPlanId.next(), yard.today(), 1, crews));
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.get(planner, plan.id()), now -> now.state() != RoundPlan.State.SOLVING);
    }

    @Test
    void twoDepotsAreServedWithTheirOwnVehiclesAndWhatCannotBeIsNamedWithItsReason() {
        Actor planner = cast.manager();
        SiteId one = yard.depot();
        SiteId other = yard.site(SiteKind.PACKING_HOUSE, planner, 38.5, 77.3);
        List<SiteId> stores = yard.stores(4);
        List<UUID> small = yard.consignments(one, stores, 6, 100);
        yard.consignments(other, stores, 2, 50);
        UUID heavy = yard.consignment(one, new Delivery.ToSite(stores.getFirst()), 3000);
        Vehicle van = yard.vehicle(planner, 500);
        Vehicle second = yard.vehicle(planner, 500);
        Vehicle far = yard.vehicle(planner, 500);
        RoundPlan plan = solved(planner, List.of(crew(van, one), crew(second, one), crew(far, other)));
        assertThat(plan.state()).isEqualTo(RoundPlan.State.SOLVED);
        assertThat(plan.served()).isEqualTo(8);
        assertThat(plans.unserved(planner, plan.id()))
                .containsExactly(new RoundPlan.Unserved(code(heavy), RoundPlan.Reason.TOO_HEAVY));
        List<Round> made = rounds.ofDay(planner, yard.today()).stream()
                .filter(round -> round.plan().equals(Optional.of(plan.id())))
                .toList();
        assertThat(made).hasSize(plan.rounds()).allMatch(round -> round.state() == RoundState.DRAFT);
        assertThat(made.stream().flatMap(round -> round.tasks().stream()).map(Task::of))
                .containsAll(small)
                .doesNotContain(heavy);
        for (Round round : made)
            assertThat(round.tasks().stream()
                            .mapToLong(task -> task.mass().grams())
                            .sum())
                    .isLessThanOrEqualTo(500_000);
        assertThat(made)
                .filteredOn(round -> round.depot().equals(other))
                .singleElement()
                .satisfies(round -> assertThat(round.vehicle()).isEqualTo(far.id()));
        // Locked it stays; planned again the other is made anew, with nothing lost and nothing twice.
        Round kept = made.stream()
                .filter(round -> round.depot().equals(one))
                .findFirst()
                .orElseThrow();
        rounds.lock(planner, kept.id(), kept.version(), true);
        RoundPlan again = solved(planner, List.of(crew(van, one), crew(second, one)));
        assertThat(again.state()).isEqualTo(RoundPlan.State.SOLVED);
        assertThat(rounds.get(planner, kept.id()).stops()).hasSameSizeAs(kept.stops());
        List<UUID> now = rounds.ofDay(planner, yard.today()).stream()
                .filter(round -> round.depot().equals(one))
                .flatMap(round -> round.tasks().stream())
                .map(Task::of)
                .toList();
        assertThat(now).containsExactlyInAnyOrderElementsOf(small);
    }

    @Test
    void whatGoesFromOneDepotToAnotherIsPlannedOnce() {
        Actor planner = cast.manager();
        SiteId one = yard.depot();
        SiteId other = yard.site(SiteKind.PACKING_HOUSE, planner, 38.95, 77.65);
        UUID between = yard.consignment(one, new Delivery.ToSite(other), 50);
        // Whichever depot is named first.
        RoundPlan plan = solved(
                planner, List.of(crew(yard.vehicle(planner, 500), other), crew(yard.vehicle(planner, 500), one)));
        assertThat(plan.state()).isEqualTo(RoundPlan.State.SOLVED);
        assertThat(plan.served()).isEqualTo(1);
        assertThat(rounds.ofDay(planner, yard.today()).stream()
                        .filter(round -> round.plan().equals(Optional.of(plan.id()))))
                .singleElement()
                .satisfies(round -> {
                    assertThat(round.depot()).isEqualTo(one);
                    assertThat(round.tasks()).extracting(Task::of).containsExactly(between);
                });
    }

    private String code(UUID consignment) {
        return rounds.open(cast.manager(), allDepots(consignment), yard.today()).stream()
                .filter(goods -> goods.of().equals(consignment))
                .map(OpenGoods::code)
                .findFirst()
                .orElseThrow();
    }

    @Autowired
    org.farmgate.logistics.Consignments consignments;

    private List<SiteId> allDepots(UUID consignment) {
        return List.of(consignments
                .get(new org.farmgate.logistics.ConsignmentId(consignment))
                .from());
    }

    @Test
    void aWindowThatNobodyCanKeepLeavesItsStopOutAndColdNeedsCold() {
        Actor planner = cast.manager();
        SiteId depot = yard.depot();
        List<SiteId> stores = yard.stores(2);
        List<UUID> goods = yard.consignments(depot, stores, 2, 10);
        Round draft = yard.draft(depot, cast.clerk().person());
        Round full = rounds.add(planner, draft.id(), 0, goods);
        Stop second = full.stops().getLast();
        rounds.window(planner, full.id(), 1, second.id(), LocalTime.of(8, 0), LocalTime.of(8, 1), true);
        RoundPlan plan = solved(planner, List.of(crew(yard.vehicle(planner, 100), depot)));
        assertThat(plan.served()).isEqualTo(1);
        assertThat(plans.unserved(planner, plan.id()))
                .extracting(RoundPlan.Unserved::reason)
                .containsExactly(RoundPlan.Reason.NOT_IN_TIME);
        assertThat(rounds.get(planner, full.id()).state()).isEqualTo(RoundState.CANCELLED);
    }

    @Test
    void nothingToPlanIsSaidAndStrangersFindNothing() {
        Actor planner = cast.manager();
        SiteId depot = yard.depot();
        Vehicle van = yard.vehicle(planner, 100);
        RoundPlan plan = solved(planner, List.of(crew(van, depot)));
        assertThat(plan.state()).isEqualTo(RoundPlan.State.FAILED);
        assertThat(plan.failure()).isEqualTo("rounds.plan.nothing");
        assertThatThrownBy(() -> plans.get(cast.otherManager(), plan.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plans.plan(
                        cast.otherManager(),
                        new RoundPlanRequest(RoundPlanId.next(), yard.today(), 1, List.of(crew(van, depot)))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new RoundPlanRequest(RoundPlanId.next(), yard.today(), 1, List.of()))
                .isInstanceOf(RuleBroken.class);
    }
}
