package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.WeekSpan;
import org.farmgate.supply.Offer;
import org.farmgate.supply.Offers;
import org.farmgate.testing.WholeAppTest;
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
    Promises promises;

    @Autowired
    Offers offers;

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
        season.harvestNow(Mass.tonnes(30));
        assertThat(free()).as("the same goods, only brought in").isEqualTo(before);
    }

    private Mass free() {
        var span = new WeekSpan(IsoWeek.of(season.today), season.season().last());
        return promises.less(offers.in(span), span).stream().map(Offer::mass).reduce(Mass.ZERO, Mass::plus);
    }
}
