package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.farmgate.measure.Mass;
import org.farmgate.party.MemberRole;
import org.farmgate.party.Memberships;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Things that happen at the same moment.
@WholeAppTest
@Import(Season.class)
class AtOnceTests {
    private static volatile @Nullable CountDownLatch inTheMiddle;
    private static volatile @Nullable CountDownLatch goOn;

    /// Holds a revision inside its transaction, when somebody waits for that.
    @TestConfiguration
    static class Holding {
        @EventListener
        void on(ForecastRevised event) throws InterruptedException {
            CountDownLatch reached = inTheMiddle;
            CountDownLatch further = goOn;
            if (reached == null || further == null) return;
            reached.countDown();
            assertThat(further.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Memberships memberships;

    @Autowired
    MockMvcTester mvc;

    @Test
    void ofManyWhoReviseAForecastAtOnceOneDoesAndTheOthersAreToldWhatItSaysNow() throws Exception {
        for (int round = 0; round < 10; round++) {
            Forecast forecast = season.forecast(season.plot(), 3 + round, Mass.tonnes(10));
            var together = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (int i = 1; i <= 4; i++) {
                    Mass mass = Mass.tonnes(10 + i);
                    answers.add(threads.submit((Callable<String>) () -> {
                        together.await();
                        try {
                            forecasts.revise(
                                    cast.aygul(), forecast.id(), 1, mass, Season.yuan("2.40"), "counted again");
                            return "revised";
                        } catch (RuleBroken broken) {
                            return broken.rule().name();
                        }
                    }));
                }
                together.countDown();
            }
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) said.add(answer.get());
            assertThat(said)
                    .containsExactlyInAnyOrder(
                            "revised",
                            "FORECAST_CHANGED_MEANWHILE",
                            "FORECAST_CHANGED_MEANWHILE",
                            "FORECAST_CHANGED_MEANWHILE");
            assertThat(forecasts.get(forecast.id()).revision()).isEqualTo(2);
            assertThat(forecasts.history(cast.aygul(), forecast.id())).hasSize(2);
        }
    }

    @Test
    void whoLosesAMembershipDuringARequestFinishesItAndGetsNoFurther() throws Exception {
        Actor house =
                cast.works(PartyKind.PROCESSOR, "Drying House", cast.county(), "Ma Li", "mali", MemberRole.MANAGER);
        Actor clerk = cast.joins(house.organisation(), "Li Hua", "lihua", MemberRole.CLERK);
        Plot plot = season.plotOf(clerk);
        Forecast forecast = forecasts.make(
                clerk,
                new NewForecast(
                        ForecastId.next(),
                        plot.id(),
                        1,
                        season.thisWeek.plusWeeks(3),
                        Mass.tonnes(5),
                        Season.yuan("2")));
        var reached = new CountDownLatch(1);
        var further = new CountDownLatch(1);
        inTheMiddle = reached;
        goOn = further;
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<MvcTestResult> answer = thread.submit(() -> revise(clerk, forecast, 1, 6_000_000));
            assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
            memberships.leave(
                    cast.admin(), memberships.of(clerk.person()).getFirst().id());
            further.countDown();
            assertThat(answer.get()).hasStatusOk();
        } finally {
            further.countDown();
            inTheMiddle = null;
            goOn = null;
        }
        assertThat(forecasts.get(forecast.id()).mass()).isEqualTo(Mass.tonnes(6));
        assertThat(revise(clerk, forecast, 2, 7_000_000)).hasStatus(403);
        assertThat(forecasts.get(forecast.id()).mass()).isEqualTo(Mass.tonnes(6));
    }

    private MvcTestResult revise(Actor actor, Forecast forecast, int seen, long grams) {
        return mvc.post()
                .uri("/api/v1/forecasts/{id}/revisions", forecast.id())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"seenRevision\":%d,\"massGrams\":%d,\"floorFenPerTonne\":200000,\"reason\":\"rain\"}"
                        .formatted(seen, grams))
                .with(cast.signedInAs(actor))
                .exchange();
    }
}
