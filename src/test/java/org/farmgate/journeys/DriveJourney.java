package org.farmgate.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.logistics.rounds.Round;
import org.farmgate.logistics.rounds.RoundProofs;
import org.farmgate.logistics.rounds.RoundYard;
import org.farmgate.logistics.rounds.Rounds;
import org.farmgate.logistics.rounds.Stop;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// A driver's day with a phone that loses its network.
@JourneyTest
@Import({Cast.class, RoundYard.class})
class DriveJourney {
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Cast cast;

    @Autowired
    RoundYard yard;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundProofs proofs;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    private Visitor visitor(String language, String name) {
        return new Visitor(browser, "http://localhost:" + port, messages, Locale.forLanguageTag(language), name);
    }

    /// A driver who signs in by that name, with a published round.
    private Round round(String username, int stops) {
        Actor driver = cast.joins(
                cast.manager().organisation(), "Driver " + username, username, org.farmgate.party.MemberRole.CLERK);
        SiteId depot = yard.depot();
        return yard.published(depot, driver.person(), yard.stores(stops));
    }

    private static void untilKept(Page page) {
        page.waitForFunction("() => navigator.serviceWorker && navigator.serviceWorker.controller"
                + " && caches.open('farmgate-drive').then(c => c.match('/drive/')).then(a => Boolean(a))");
    }

    private static void load(Visitor visitor, String code) {
        visitor.main().locator("#drive-code").fill(code);
        visitor.main().locator("#drive-code").press("Enter");
    }

    @Test
    void aRoundIsDrivenWithoutANetworkAndEachScanCountsOnceWhenItIsBack() {
        Round round = round("offline-driver", 3);
        try (Visitor visitor = visitor("en", "drive-offline")) {
            visitor.signIn("offline-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.seesText(round.number());
            untilKept(visitor.page());
            visitor.page().context().setOffline(true);
            // The page itself comes from the phone now.
            visitor.open("/drive/");
            visitor.seesText(round.number());
            visitor.sees("rounds.drive.offline");
            visitor.main().locator("[data-round]").click();
            visitor.press("rounds.drive.start");
            visitor.press("rounds.drive.load");
            for (Stop stop : round.stops())
                load(visitor, stop.tasks().getFirst().code());
            visitor.look("loading");
            visitor.press("rounds.drive.back");
            for (Stop stop : round.stops()) {
                visitor.main()
                        .locator("[data-stop='" + stop.id() + "'] button")
                        .last()
                        .click();
                load(visitor, stop.tasks().getFirst().code());
                visitor.main().locator("#drive-name").fill("Gao Wei");
                visitor.press("rounds.drive.deliver");
                visitor.main().locator("[data-stop='" + stop.id() + "']").waitFor();
                visitor.press("rounds.drive.back");
            }
            visitor.look("delivered");
            assertThat(visitor.main().locator("#drive-state").getAttribute("data-unsent"))
                    .isEqualTo("7");
            // A second tab sees what the first wrote down.
            Page second = visitor.page().context().newPage();
            second.navigate("http://localhost:" + port + "/drive/");
            second.locator("#drive-state[data-unsent='7']").waitFor();
            assertThat(rounds.get(cast.manager(), round.id()).startedAt()).isEmpty();
            visitor.page().context().setOffline(false);
            visitor.main().locator("#drive-state[data-unsent='0']").waitFor();
            second.locator("#drive-state[data-unsent='0']").waitFor();
            second.close();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(proofs.counts(cast.manager(), round.id()))
                            .isEqualTo(new RoundProofs.Counts(7, 0)));
            assertThat(rounds.get(cast.manager(), round.id()).stops())
                    .allMatch(stop -> stop.state() == Stop.State.DONE);
            visitor.press("rounds.drive.finish");
            visitor.sees("rounds.drive.state.DONE");
        }
    }

    @Test
    void whatIsNotSentSurvivesASignOutThatAsksAndANewSignIn() {
        Round round = round("leaving-driver", 1);
        try (Visitor visitor = visitor("en", "drive-leaving")) {
            visitor.signIn("leaving-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.seesText(round.number());
            // The server cannot be reached for what is sent; pages still come.
            visitor.page().context().route("**/api/v1/rounds/**", route -> route.abort());
            visitor.main().locator("[data-round]").click();
            visitor.press("rounds.drive.start");
            visitor.main().locator("#drive-state[data-unsent='1']").waitFor();
            visitor.page().locator("form[action='/sign-out'] button").click();
            Locator ask = visitor.page().locator("#drive-ask");
            ask.waitFor();
            assertThat(ask.innerText()).contains(visitor.words("rounds.drive.signout.text"));
            visitor.look("sign-out");
            ask.locator("button").first().click();
            visitor.page().locator("form[action='/sign-out'] button").click();
            ask.locator("button").last().click();
            visitor.sees("platform.home.lead");
            visitor.page().context().unroute("**/api/v1/rounds/**");
            visitor.signIn("leaving-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    proofs.counts(cast.manager(), round.id()).counted())
                            .isEqualTo(1));
        }
    }

    @Test
    void whatTheServerRefusesIsShownWithItsReasonAndKept() {
        Round round = round("refused-driver", 1);
        try (Visitor visitor = visitor("en", "drive-refused")) {
            visitor.signIn("refused-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.seesText(round.number());
            untilKept(visitor.page());
            visitor.page().context().setOffline(true);
            visitor.main().locator("[data-round]").click();
            visitor.press("rounds.drive.start");
            visitor.main().locator("#drive-state[data-unsent='1']").waitFor();
            // Meanwhile a dispatcher calls the round off.
            rounds.cancel(cast.manager(), round.id(), round.version(), "The bridge is closed");
            visitor.page().context().setOffline(false);
            visitor.seesText(visitor.words("rule.ROUND_CALLED_OFF", round.number()));
            visitor.look("refused");
            visitor.open("/drive/");
            visitor.seesText(visitor.words("rule.ROUND_CALLED_OFF", round.number()));
        }
    }

    /// Whatever stands in the way of the whole, the scans stay on the phone.
    @Test
    void whatTheServerDoesNotTakeForThisRoundStaysOnThePhoneAndIsSaid() {
        Round round = round("held-driver", 1);
        try (Visitor visitor = visitor("en", "drive-held")) {
            visitor.signIn("held-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.seesText(round.number());
            visitor.page()
                    .context()
                    .route(
                            "**/api/v1/rounds/*/scans",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(404)
                                    .setContentType("application/problem+json")
                                    .setBody("{}")));
            visitor.main().locator("[data-round]").click();
            visitor.press("rounds.drive.start");
            visitor.seesText(visitor.words("rounds.drive.held").replace("#", "1"));
            visitor.main().locator("#drive-state[data-unsent='1']").waitFor();
            visitor.look("held");
            // Acting for another organisation it is not even sent.
            visitor.page().context().unroute("**/api/v1/rounds/*/scans");
            visitor.page().context().route("**/api/v1/rounds/mine", route -> {
                APIResponse answer = route.fetch();
                String text = answer.text().replaceAll("\"organisation\":\"[^\"]*", "\"organisation\":\"another");
                route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(text));
            });
            visitor.press("rounds.drive.send");
            visitor.seesText(visitor.words("rounds.drive.elsewhere").replace("#", "1"));
            visitor.main().locator("#drive-state[data-unsent='1']").waitFor();
            assertThat(rounds.get(cast.manager(), round.id()).startedAt()).isEmpty();
            visitor.page().context().unroute("**/api/v1/rounds/mine");
            visitor.press("rounds.drive.send");
            visitor.main().locator("#drive-state[data-unsent='0']").waitFor();
            assertThat(rounds.get(cast.manager(), round.id()).startedAt()).isPresent();
        }
    }

    @Test
    void whatWasDrivenBeforeTheRoundWasGivenToAnotherIsKeptForTheDispatcher() {
        Round round = round("former-driver", 1);
        try (Visitor visitor = visitor("en", "drive-given-away")) {
            visitor.signIn("former-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.seesText(round.number());
            untilKept(visitor.page());
            visitor.page().context().setOffline(true);
            visitor.main().locator("[data-round]").click();
            visitor.press("rounds.drive.start");
            visitor.main().locator("#drive-state[data-unsent='1']").waitFor();
            Actor other = yard.driver("instead");
            rounds.assign(cast.manager(), round.id(), round.version(), Optional.of(other.person()));
            visitor.page().context().setOffline(false);
            visitor.seesText(visitor.words("rule.ROUND_GIVEN_TO_ANOTHER", round.number()));
            assertThat(proofs.counts(cast.manager(), round.id())).isEqualTo(new RoundProofs.Counts(0, 1));
        }
    }

    @Test
    void aPictureThatNobodyCanReadDoesNotHoldUpTheDelivery() {
        Round round = round("picture-driver", 2);
        try (Visitor visitor = visitor("en", "drive-picture")) {
            visitor.signIn("picture-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.seesText(round.number());
            // Chosen from the camera: the phone itself cannot read it.
            Stop first = round.stops().getFirst();
            visitor.main().locator("[data-round]").click();
            visitor.main()
                    .locator("[data-stop='" + first.id() + "'] button")
                    .last()
                    .click();
            load(visitor, first.tasks().getFirst().code());
            visitor.main().locator("#drive-name").fill("Gao Wei");
            visitor.main()
                    .locator("#drive-photo")
                    .setInputFiles(new FilePayload("a.heic", "image/heic", "no picture at all".getBytes(UTF_8)));
            visitor.press("rounds.drive.deliver");
            visitor.sees("rounds.drive.photo.none");
            // Kept before, and refused by the server.
            Stop second = round.stops().getLast();
            visitor.page()
                    .evaluate(
                            "([round, stop, code]) => { const o = window.DriveOutbox, id = crypto.randomUUID();"
                                    + " return o.write([{ id: crypto.randomUUID(), round, person: o.state.person,"
                                    + " kind: 'DELIVER', at: o.now(), state: 'WAITING', stop, code, name: 'Gao Wei', picture: id }],"
                                    + " { id, blob: new Blob(['no picture at all']) }); }",
                            List.of(
                                    round.id().toString(),
                                    second.id().toString(),
                                    second.tasks().getFirst().code()));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(proofs.counts(cast.manager(), round.id()))
                            .isEqualTo(new RoundProofs.Counts(2, 0)));
            assertThat(proofs.of(cast.manager(), round.id()))
                    .hasSize(2)
                    .allMatch(one -> one.picture().isEmpty());
            visitor.main().locator("#drive-state[data-unsent='0']").waitFor();
        }
    }

    private static Object kept(Page page, String store) {
        return page.evaluate(
                "store => new Promise((done, failed) => { const r = indexedDB.open('farmgate-drive'); r.onerror = failed;"
                        + " r.onsuccess = () => { const q = r.result.transaction(store).objectStore(store).getAll();"
                        + " q.onsuccess = () => { r.result.close(); done(JSON.stringify(q.result)); }; }; })",
                store);
    }

    @Test
    void otherPeoplesDoorsLeaveThePhoneWithItsDriver() {
        Actor driver = cast.joins(
                cast.manager().organisation(), "Door driver", "door-driver", org.farmgate.party.MemberRole.CLERK);
        SiteId depot = yard.depot();
        Round draft = yard.draft(depot, driver.person());
        var door = new org.farmgate.logistics.Delivery.ToDoor(
                cast.county(), "Feng Yulan", "135 0000 1234", "Lane 9, house 4");
        rounds.add(cast.manager(), draft.id(), 0, List.of(yard.consignment(depot, door, 5)));
        Round round = rounds.publish(cast.manager(), draft.id(), 1);
        try (Visitor visitor = visitor("en", "drive-doors")) {
            visitor.signIn("door-driver", Cast.PASSWORD);
            visitor.open("/drive/");
            visitor.main().locator("[data-round]").click();
            visitor.seesText("Lane 9, house 4");
            Page second = visitor.page().context().newPage();
            second.navigate("http://localhost:" + port + "/drive/");
            second.locator("[data-round]").click();
            second.locator("main").getByText("Lane 9, house 4").waitFor();
            // Signed out by the server: doors go at once.
            visitor.page()
                    .context()
                    .route(
                            "**/api/v1/rounds/mine",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(401)
                                    .setContentType("application/problem+json")
                                    .setBody("{}")));
            visitor.page().evaluate("() => window.DriveOutbox.sync()");
            visitor.sees("rounds.drive.signin");
            visitor.seesText(round.number());
            assertThat(kept(visitor.page(), "rounds").toString()).doesNotContain("Lane 9", "Feng Yulan", "1234");
            visitor.page().context().unroute("**/api/v1/rounds/mine");
            visitor.page().evaluate("() => window.DriveOutbox.sync()");
            visitor.seesText("Lane 9, house 4");
            second.locator("main").getByText("Lane 9, house 4").waitFor();
            visitor.page()
                    .evaluate(
                            "() => window.DriveStore.write([{ id: 'r', round: 'x', person: 'y', kind: 'DELIVER',"
                                    + " at: '2027-01-01', state: 'REFUSED', name: 'Feng Yulan', picture: 'p' }], { id: 'p', blob: new Blob(['p']) })");
            // Signed out from a page that knows nothing of rounds.
            visitor.open("/account");
            visitor.page().locator("form[action='/sign-out'] button").click();
            visitor.sees("platform.home.lead");
            assertThat(kept(visitor.page(), "rounds")).isEqualTo("[]");
            assertThat(kept(visitor.page(), "pictures")).isEqualTo("[]");
            assertThat(kept(visitor.page(), "outbox").toString())
                    .contains("REFUSED")
                    .doesNotContain("Feng Yulan");
            second.locator("main")
                    .getByText(visitor.words("rounds.drive.signin"))
                    .first()
                    .waitFor();
            assertThat(second.locator("main").innerText()).doesNotContain("Lane 9");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void aDispatcherSeesWhatAMoveCostsAndDragsAStop(String language) {
        assertThat(cast.manager().rights()).isNotEmpty();
        List<SiteId> stores = yard.stores(4);
        SiteId depot = yard.depot();
        Round one = yard.filled(depot, cast.clerk().person(), stores.subList(0, 2));
        Round other = yard.filled(depot, cast.clerk().person(), stores.subList(2, 4));
        try (Visitor visitor = visitor(language, "rounds-board-" + language)) {
            visitor.signIn("zhaolin", Cast.PASSWORD);
            visitor.open("/rounds");
            visitor.look("board");
            Locator dragged = visitor.main()
                    .locator("[data-stop='" + one.stops().getFirst().id() + "']");
            Locator target = visitor.main()
                    .locator("[data-stop='" + other.stops().getFirst().id() + "']");
            dragged.scrollIntoViewIfNeeded();
            dragged.hover();
            visitor.page().mouse().down();
            target.hover();
            var box = target.boundingBox();
            for (int step = 0; step < 4; step++)
                visitor.page().mouse().move(box.x + box.width / 2, box.y + box.height / 4 + step);
            visitor.page().locator("#board-cost:not([hidden])").waitFor();
            // The browser tells where a drag is now and then; what was told last is where it drops.
            visitor.main()
                    .locator("[data-stop='" + other.stops().getFirst().id() + "'].board-before")
                    .waitFor();
            assertThat(rounds.get(cast.manager(), one.id()).version()).isEqualTo(one.version());
            visitor.page().mouse().up();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    rounds.get(cast.manager(), other.id()).stops())
                            .hasSize(3));
            visitor.open("/rounds/" + one.id());
            visitor.look("round");
            visitor.follow("rounds.stop.move");
            visitor.press("rounds.move.ask");
            visitor.sees("rounds.move.cost");
            visitor.look("cost");
            visitor.open("/rounds/figures");
            visitor.look("figures-empty");
            visitor.open("/vehicles");
            visitor.look("vehicles");
            visitor.open("/round-plans/new");
            visitor.look("plan-form");
        } finally {
            for (Round round : List.of(one, other)) {
                Round now = rounds.get(cast.manager(), round.id());
                rounds.cancel(cast.manager(), now.id(), now.version(), "The journey is over");
            }
        }
    }
}
