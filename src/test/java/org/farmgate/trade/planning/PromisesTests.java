package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.supply.Offer;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.PlanId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@WholeAppTest
@TestPropertySource(properties = "test.season=promises") // a database of its own: it uses the season up
@Import(SmallSeason.class)
class PromisesTests {
    @Autowired
    Plans plans;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Gathering gathering;

    @Autowired
    Contracts contracts;

    @Autowired
    SmallSeason season;

    @Test
    void whatWasPromisedAsAForecastIsNotOfferedAgainAsALot() {
        PlanId id = PlanId.next();
        plans.dock(season.operator, new PlanRequest(id, "promise", season.season(), 2, 5_000, Optional.empty()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.get(season.operator, id).isSolved());
        acceptances.accept(season.operator, id, Selection.everything());
        Mass before = free();
        assertThat(before).as("65 t forecast, 40 t promised").isEqualTo(Mass.tonnes(25));
        Mass promised = promised();
        season.harvestNow(Mass.tonnes(30));
        await().until(() -> promised().isZero());
        assertThat(promised.isZero()).isFalse();
        assertThat(free()).as("the same goods, only brought in").isEqualTo(before);
    }

    private Mass free() {
        var span = new WeekSpan(IsoWeek.of(season.today), season.season().last());
        return gathering.freeOffers(season.operator, span).stream()
                .map(Offer::mass)
                .reduce(Mass.ZERO, Mass::plus);
    }

    private Mass promised() {
        String key = Offer.keyOf(season.firstForecast);
        return contracts.committed(List.of(key)).getOrDefault(key, Mass.ZERO);
    }
}
