package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.supply.Offer;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.PlanId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// A person locks a whole supply or demand, or closes a way, and the next plan keeps to it.
@WholeAppTest
@TestPropertySource(properties = "test.season=whole-rows") // a database of its own
@Import(SmallSeason.class)
class WholeRowDecisionsTests {
    @Autowired
    Plans plans;

    @Autowired
    SmallSeason season;

    private PlanSummary docked(Optional<PlanId> basedOn) {
        PlanId id = PlanId.next();
        plans.dock(season.operator, new PlanRequest(id, "try", season.season(), 4, 5_000, basedOn));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.get(season.operator, id).state() != PlanState.SOLVING);
        return plans.get(season.operator, id);
    }

    private Mass placed(PlanSummary plan, String supplyKey) {
        return plans.supplies(season.operator, plan.id(), Paging.first()).rows().stream()
                .filter(row -> row.key().equals(supplyKey))
                .findFirst()
                .orElseThrow()
                .placed();
    }

    @Test
    void aLockedSupplyIsSoldWholeThoughEqualsShareAlikeOtherwise() {
        String key = Offer.keyOf(season.firstForecast);
        PlanSummary before = docked(Optional.empty());
        assertThat(placed(before, key)).isLessThan(Mass.tonnes(30));
        plans.lockSupply(season.operator, before.id(), key);
        String wanted = plans.demands(season.operator, before.id(), Paging.first())
                .rows()
                .getFirst()
                .key();
        plans.lockDemand(season.operator, before.id(), wanted);
        PlanSummary after = docked(Optional.of(before.id()));
        assertThat(placed(after, key)).isEqualTo(Mass.tonnes(30));
        assertThat(after.placed()).isEqualTo(Mass.tonnes(40));
        assertThat(plans.decisions(season.operator, after.id())).hasSize(2).allMatch(PlanDecision::kept);
    }

    @Test
    void whatCannotBeSoldCannotBeLocked() {
        PlanSummary before = docked(Optional.empty());
        plans.lockSupply(season.operator, before.id(), Offer.keyOf(season.lateForecast));
        PlanSummary after = docked(Optional.of(before.id()));
        assertThat(after.state()).isEqualTo(PlanState.FAILED);
        assertThat(after.failure()).startsWith("docking.fault.");
    }

    @Test
    void noTruckTakesAClosedWay() {
        PlanSummary before = docked(Optional.empty());
        PlanTrip trip =
                plans.trips(season.operator, before.id(), Paging.first()).rows().getFirst();
        plans.forbidLane(season.operator, before.id(), LaneKey.of(trip));
        PlanSummary after = docked(Optional.of(before.id()));
        assertThat(after.state()).as(after.failure()).isEqualTo(PlanState.SOLVED);
        assertThat(after.placed()).isEqualTo(Mass.ZERO);
    }

    @Test
    void whatIsNotInThePlanCannotBeDecidedOn() {
        PlanSummary plan = docked(Optional.empty());
        String nowhere = Offer.keyOf(org.farmgate.supply.ForecastId.next());
        assertThatThrownBy(() -> plans.lockSupply(season.operator, plan.id(), nowhere))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> plans.lockDemand(season.operator, plan.id(), nowhere))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new LaneKey("here", "there")).isInstanceOf(RuleBroken.class);
        var elsewhere = new LaneKey("origin:" + season.county, "city:" + season.county);
        assertThatThrownBy(() -> plans.forbidLane(season.operator, plan.id(), elsewhere))
                .isInstanceOf(RuleBroken.class);
    }
}
