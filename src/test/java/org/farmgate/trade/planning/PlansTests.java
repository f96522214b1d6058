package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.PlanId;
import org.farmgate.trade.planning.PlanFigures.Accepted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@WholeAppTest
@TestPropertySource(properties = "test.season=plans") // a database of its own: it uses the season up
@Import(SmallSeason.class)
class PlansTests {
    @Autowired
    Plans plans;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Contracts contracts;

    @Autowired
    SmallSeason season;

    private PlanSummary docked(Optional<PlanId> basedOn) {
        PlanId id = PlanId.next();
        plans.dock(season.operator, new PlanRequest(id, "try", season.season(), 3, 5_000, basedOn));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.get(season.operator, id).state() != PlanState.SOLVING);
        PlanSummary plan = plans.get(season.operator, id);
        assertThat(plan.state()).as(plan.failure()).isEqualTo(PlanState.SOLVED);
        return plan;
    }

    @Test
    void aSeasonIsDockedReadCorrectedAndAccepted() {
        PlanSummary plan = docked(Optional.empty());
        assertThat(plan.wanted()).isEqualTo(Mass.tonnes(40));
        assertThat(plan.placed()).isEqualTo(Mass.tonnes(40));
        assertThat(plan.trucks().count()).as("two full trucks of 20 t").isEqualTo(2);
        assertThat(plan.surplus()).isLessThanOrEqualTo(plan.bound());
        assertThat(plan.gapBasisPoints()).isLessThan(100);

        List<PlanLine> lines =
                plans.lines(season.operator, plan.id(), Paging.first()).rows();
        assertThat(lines.stream().mapToLong(line -> line.mass().grams()).sum())
                .isEqualTo(Mass.tonnes(40).grams());
        for (PlanLine line : lines) {
            assertThat(line.price().delivered().fenPerTonne())
                    .isLessThanOrEqualTo(line.price().highest());
            assertThat(line.price().farmGate().fenPerTonne())
                    .isGreaterThan(line.price().floor());
        }

        var group = plans.equalGroups(season.operator, plan.id(), Paging.first())
                .rows()
                .getFirst();
        assertThat(group.growers()).isEqualTo(2);
        assertThat(group.mostShare() - group.leastShare())
                .as("equal growers share alike")
                .isLessThanOrEqualTo(1);

        PlanSupply late = plans.supplies(season.operator, plan.id(), Paging.first()).rows().stream()
                .filter(supply -> supply.key().endsWith(season.lateForecast.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(late.reason()).isEqualTo("NO_DEMAND_IN_WEEKS");
        assertThat(late.localPrice()).as("the market board's price").isPresent();

        PlanFigures figures = plans.figures(season.operator, plan.id());
        assertThat(figures.weeks()).hasSize(12);
        assertThat(figures.weeks().getFirst().supply()).isEqualTo(Mass.tonnes(60));
        assertThat(figures.flows().stream()
                        .mapToLong(flow -> flow.mass().grams())
                        .sum())
                .isEqualTo(Mass.tonnes(40).grams());

        String forbidden = "forecast:" + season.firstForecast;
        plans.forbidSupply(season.operator, plan.id(), forbidden);
        PlanSummary again = docked(Optional.of(plan.id()));
        assertThat(again.placed()).as("only the other grower has goods left").isEqualTo(Mass.tonnes(30));
        assertThat(plans.decisions(season.operator, again.id())).singleElement().matches(PlanDecision::kept);

        Accepted accepted = acceptances.accept(season.operator, plan.id(), Selection.everything());
        assertThat(accepted.lines()).isEqualTo(lines.size());
        assertThat(accepted.contracts()).as("one for each grower").hasSize(2);
        assertThat(contracts.committed(List.of(forbidden)).get(forbidden)).isGreaterThan(Mass.ZERO);
        assertThat(acceptances.left(season.operator, plan.id()).lines()).isZero();
        assertThatThrownBy(() -> acceptances.accept(season.operator, plan.id(), Selection.everything()))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(PlanningRule.NOTHING_TO_ACCEPT));
        assertThatThrownBy(() -> acceptances.accept(season.operator, again.id(), Selection.everything()))
                .as("the demand is under contract now")
                .isInstanceOf(RuleBroken.class);
        assertThat(acceptances.left(season.operator, again.id()).lines())
                .as("nothing of it stands")
                .isPositive();
    }

    @Test
    void theSameRequestTwiceIsOnePlanAndAnotherWithItsIdIsRefused() {
        var request = new PlanRequest(PlanId.next(), "once", season.season(), 1, 5_000, Optional.empty());
        PlanSummary first = plans.dock(season.operator, request);
        assertThat(plans.dock(season.operator, request).job()).isEqualTo(first.job());
        var other = new PlanRequest(request.id(), "other", season.season(), 1, 5_000, Optional.empty());
        assertThatThrownBy(() -> plans.dock(season.operator, other))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PlanningRule.PLAN_ID_USED));
    }

    @Test
    void aSeasonWithoutSupplyFailsAndSaysSo() {
        PlanId id = PlanId.next();
        var empty = new WeekSpan(season.week.plusWeeks(-15), season.week.plusWeeks(-14));
        plans.dock(season.operator, new PlanRequest(id, "empty", empty, 1, 5_000, Optional.empty()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.get(season.operator, id).state() == PlanState.FAILED);
        assertThat(plans.get(season.operator, id).failure()).isEqualTo("rule.SEASON_WITHOUT_SUPPLY");
        assertThatThrownBy(() -> plans.lock(season.operator, id, 1))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PlanningRule.PLAN_NOT_SOLVED));
    }

    @Test
    void anotherOrganisationsPlanIsNotFound() {
        var request = new PlanRequest(PlanId.next(), "ours", season.season(), 1, 5_000, Optional.empty());
        plans.dock(season.operator, request);
        var stranger = SmallSeason.actor(PartyId.next(), true);
        assertThatThrownBy(() -> plans.get(stranger, request.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acceptances.accept(
                        stranger, request.id(), new Selection(Optional.empty(), Optional.empty(), Set.of(1))))
                .isInstanceOf(NotFound.class);
    }
}
