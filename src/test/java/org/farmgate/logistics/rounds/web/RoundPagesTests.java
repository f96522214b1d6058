package org.farmgate.logistics.rounds.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundProofs;
import org.farmgate.logistics.rounds.RoundYard;
import org.farmgate.logistics.rounds.Rounds;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.logistics.rounds.Task;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeAppTest
@Import(RoundYard.class)
class RoundPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundProofs proofs;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    private String page(Actor who, String path) {
        var result = mvc.get().uri(path).with(cast.signedInAs(who)).exchange();
        assertThat(result).as(path).hasStatusOk();
        return body(result);
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void allPagesAreShownInEveryLanguage(String language) {
        Actor planner = cast.manager();
        SiteId depot = yard.depot();
        Actor driver = yard.driver("page");
        Round round = yard.published(depot, driver.person(), yard.stores(3));
        yard.consignments(depot, yard.stores(1), 1, 5);
        Stop stop = round.stops().getFirst();
        for (String path : List.of(
                "/rounds",
                "/rounds/new",
                "/rounds/figures",
                "/vehicles",
                "/vehicles/" + round.vehicle(),
                "/round-plans",
                "/round-plans/new",
                "/rounds/" + round.id(),
                "/rounds/" + round.id() + "/stops/" + stop.id(),
                "/rounds/" + round.id() + "/stops/" + stop.id() + "?to=" + round.id() + "&place=3")) {
            String html = page(planner, path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(html)
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContainPattern("\\brounds\\.(?!css)[a-z]");
        }
        assertThat(page(driver, "/drive/?lang=" + language)).contains("id=\"drive\"", "data-word=\"deliver\"");
    }

    @Test
    void strangersFindNoRoundsStopsOrVehicles() {
        Round round = yard.filled(yard.depot(), cast.clerk().person(), yard.stores(1));
        Actor stranger = cast.otherManager();
        for (String path : List.of(
                "/rounds/" + round.id(),
                "/rounds/" + round.id() + "/stops/" + round.stops().getFirst().id(),
                "/vehicles/" + round.vehicle(),
                "/api/v1/rounds/" + round.id()))
            assertThat(mvc.get().uri(path).with(cast.signedInAs(stranger)).exchange())
                    .as(path)
                    .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/rounds/" + round.id() + "/publication")
                        .param("version", "1")
                        .with(cast.signedInAs(stranger))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri("/rounds").with(cast.signedInAs(cast.viewer())).exchange())
                .hasStatus(403);
        assertThat(mvc.get().uri("/drive/").with(cast.signedInAs(cast.buyer())).exchange())
                .hasStatus(403);
    }

    @Test
    void aMoveIsAskedAboutAndMadeByForms() {
        Actor planner = cast.manager();
        Round round = yard.filled(yard.depot(), cast.clerk().person(), yard.stores(3));
        Stop first = round.stops().getFirst();
        String path = "/rounds/" + round.id() + "/stops/" + first.id();
        assertThat(page(planner, path + "?to=" + round.id() + "&place=3")).contains("id=\"cost\"");
        var moved = mvc.post()
                .uri(path + "/move")
                .param("version", String.valueOf(round.version()))
                .param("to", round.id().toString())
                .param("toVersion", String.valueOf(round.version()))
                .param("place", "3")
                .with(cast.signedInAs(planner))
                .exchange();
        assertThat(moved).hasStatus3xxRedirection();
        assertThat(rounds.get(planner, round.id()).stops().getLast().id()).isEqualTo(first.id());
        var late = mvc.post()
                .uri(path + "/move")
                .param("version", String.valueOf(round.version()))
                .param("to", round.id().toString())
                .param("place", "1")
                .with(cast.signedInAs(planner))
                .exchange();
        assertThat(late).hasStatus(409);
        var cost = mvc.get()
                .uri("/api/v1/rounds/move-cost?stop=" + first.id() + "&from=" + round.id() + "&to=" + round.id()
                        + "&fromVersion=" + (round.version() + 1) + "&toVersion=" + (round.version() + 1) + "&place=0")
                .with(cast.signedInAs(planner))
                .exchange();
        assertThat(cost).hasStatusOk();
        assertThat(body(cost)).contains("\"metres\":", "\"text\":", "\"sound\":true");
    }

    private String scan(String kind, Stop stop, Task task, int minute) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"" + kind + "\",\"at\":\""
                + clock.instant().minusSeconds(36_000L - 60L * minute) + "\",\"stop\":\"" + stop.id() + "\",\"code\":\""
                + task.code() + "\",\"name\":\"Gao Wei\"}";
    }

    private String send(Actor driver, Round round, List<String> scans) {
        var result = mvc.post()
                .uri("/api/v1/rounds/" + round.id() + "/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"scans\":[" + String.join(",", scans) + "]}")
                .with(cast.signedInAs(driver))
                .exchange();
        assertThat(result).hasStatusOk();
        return body(result);
    }

    /// Over HTTP as a phone does it: five hundred scans made without a network, shuffled, every batch sent twice, some
    /// of them cut off in the middle before.
    @Test
    void fiveHundredScansSentTwiceInterruptedAndShuffledCountOnce() {
        SiteId depot = yard.depot();
        Actor driver = yard.driver("http");
        Round draft = yard.draft(depot, driver.person());
        rounds.add(cast.manager(), draft.id(), 0, yard.consignments(depot, yard.stores(10), 250, 1));
        Round round = rounds.publish(cast.manager(), draft.id(), 1);
        List<String> scans = new ArrayList<>();
        int minute = 0;
        for (Stop stop : round.stops())
            for (Task task : stop.tasks()) {
                scans.add(scan("LOAD", stop, task, 0));
                scans.add(scan("DELIVER", stop, task, 5 + minute++));
            }
        assertThat(scans).hasSize(500);
        var random = new Random(7);
        Collections.shuffle(scans, random);
        for (int from = 0; from < scans.size(); from += 50) {
            List<String> batch = scans.subList(from, from + 50);
            if (random.nextBoolean()) send(driver, round, batch.subList(0, random.nextInt(50)));
            String first = send(driver, round, batch);
            assertThat(first.split("\"counts\"", -1)).hasSize(51);
            assertThat(send(driver, round, batch)).isEqualTo(first);
        }
        assertThat(proofs.counts(cast.manager(), round.id())).isEqualTo(new RoundProofs.Counts(500, 0));
        assertThat(proofs.of(cast.manager(), round.id())).hasSize(250);
        assertThat(page(cast.manager(), "/rounds/" + round.id() + "?lang=en")).contains("Gao Wei");
    }

    @Test
    void nonsenseAmongScansIsAnsweredByItselfAndTheRestCounts() {
        Actor driver = yard.driver("odd");
        Round round = yard.published(yard.depot(), driver.person(), yard.stores(1));
        Stop stop = round.stops().getFirst();
        String answer = send(
                driver,
                round,
                List.of(
                        "{\"id\":\"x\",\"kind\":\"FLY\"}",
                        "null",
                        scan("START", stop, stop.tasks().getFirst(), 1)
                                .replaceFirst("\"at\":\"[^\"]*", "\"at\":\"+900000-01-01T00:00:00Z"),
                        scan("FAIL", stop, stop.tasks().getFirst(), 1).replace("Gao", "\\u0000"),
                        scan("DELIVER", stop, stop.tasks().getFirst(), 1)));
        assertThat(answer).contains("\"counts\"");
        assertThat(answer.split("\"input\"", -1)).hasSize(5);
        assertThat(mvc.post()
                        .uri("/api/v1/rounds/" + round.id() + "/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"scans\":[" + String.join(",", Collections.nCopies(101, "{}")) + "]}")
                        .with(cast.signedInAs(driver))
                        .exchange())
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri("/api/v1/rounds/" + round.id() + "/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"scans\":[]}")
                        .with(cast.signedInAs(cast.clerk()))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aDriverGetsTheirRoundWithEverythingToFindTheStop() {
        Actor driver = yard.driver("mine");
        SiteId depot = yard.depot();
        Round draft = yard.draft(depot, driver.person());
        var door = new org.farmgate.logistics.Delivery.ToDoor(
                cast.county(), "Feng <b>Yulan</b>", "135 0000 1234", "Lane 9, house 4");
        rounds.add(cast.manager(), draft.id(), 0, List.of(yard.consignment(depot, door, 5)));
        rounds.publish(cast.manager(), draft.id(), 1);
        var result = mvc.get()
                .uri("/api/v1/rounds/mine")
                .with(cast.signedInAs(driver))
                .exchange();
        assertThat(result).hasStatusOk();
        assertThat(body(result))
                .contains(
                        "135 0000 1234",
                        "Lane 9, house 4",
                        "\"token\":",
                        "\"now\":",
                        "\"area\":\"",
                        "\"organisation\":\"");
        assertThat(body(mvc.get()
                        .uri("/api/v1/rounds/mine")
                        .with(cast.signedInAs(cast.clerk()))
                        .exchange()))
                .doesNotContain("Lane 9");
    }
}
