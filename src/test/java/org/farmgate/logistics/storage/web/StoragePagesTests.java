package org.farmgate.logistics.storage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.farmgate.logistics.storage.Depot;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.platform.Right;
import org.farmgate.stock.Lot;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeAppTest
@Import(Depot.class)
class StoragePagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Depot depot;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    private SiteId warehouse() {
        return depot.warehouse(cast.manager(), Mass.tonnes(10), false);
    }

    private MvcTestResult gets(Actor actor, String path, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private MvcTestResult puts(Actor actor, String path, String json) {
        return mvc.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private MvcTestResult posts(Actor actor, String path, String json) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor))
                .exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyPageIsThereInEveryLanguage(String language) {
        SiteId site = warehouse();
        Lot lot = depot.lying(cast.clerk(), site, Mass.kilograms(200), 2);
        String home = "/storage/" + site;
        for (String path : List.of(
                "/storage",
                home,
                home + "/bins",
                home + "/bins/new",
                home + "/arrivals",
                home + "/arrivals/new",
                home + "/shipments",
                home + "/transfers/new",
                home + "/costs",
                home + "/put-away/" + lot.id(),
                "/replenishment",
                "/replenishment/lines",
                "/replenishment/lines/new",
                "/sell-through",
                "/imports/sell-through",
                "/imports/store-lines"))
            assertThat(gets(cast.clerk(), path, language).getResponse().getStatus())
                    .as(path)
                    .isEqualTo(200);
        assertThat(gets(cast.otherManager(), home + "/bins/new", language)).hasStatus(404);
        assertThat(gets(cast.otherManager(), home, language)).hasStatusOk();
        assertThat(gets(cast.nobody(), home, language)).hasStatus(403);
        assertThat(gets(cast.clerk(), "/storage/" + SiteId.next(), language)).hasStatus(404);
    }

    @Test
    void aFormThatIsRefusedSaysWhereAndKeepsWhatWasTyped() {
        SiteId site = warehouse();
        assertThat(mvc.post()
                        .uri("/storage/" + site + "/bins")
                        .param("id", Id.next().toString())
                        .param("code", "A-01")
                        .param("zone", "")
                        .param("capacity", "0")
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.clerk())))
                .hasStatus(422)
                .bodyText()
                .contains("A-01", "zone-error", "capacity-error");
        assertThat(mvc.post()
                        .uri("/storage/" + site + "/arrivals")
                        .param("id", Id.next().toString())
                        .param("expectedOn", depot.today.toString())
                        .param("lines", UUID.randomUUID() + " 20\nnonsense")
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.clerk())))
                .hasStatus(422)
                .bodyText()
                .contains("Line 2 is not a lot number");
        assertThat(mvc.post()
                        .uri("/storage/" + site + "/costs")
                        .param("first", IsoWeek.of(depot.today).toString())
                        .param("last", IsoWeek.of(depot.today).toString())
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.clerk())))
                .hasStatus(422)
                .bodyText()
                .contains("is not over yet");
    }

    @Test
    void aProgramKeepsBinsAndArrivals() {
        SiteId site = warehouse();
        String home = "/api/v1/storage/warehouses/" + site;
        String bin = Id.next().toString();
        assertThat(puts(
                        cast.clerk(),
                        home + "/bins/" + bin,
                        "{\"code\":\"A-01\",\"zone\":\"A\",\"capacityGrams\":500000,\"cold\":false}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("A-01");
        Lot lot = depot.lot(depot.melon, Mass.kilograms(40), 9);
        String arrival = Id.next().toString();
        assertThat(posts(
                        cast.clerk(),
                        home + "/arrivals",
                        "{\"id\":\"%s\",\"expectedOn\":\"%s\",\"lines\":[{\"lot\":\"%s\",\"grams\":40000}]}"
                                .formatted(arrival, depot.today, lot.id())))
                .hasStatus(201);
        assertThat(posts(
                        cast.clerk(),
                        home + "/arrivals",
                        "{\"id\":\"%s\",\"expectedOn\":\"%s\",\"lines\":[{\"lot\":\"%s\",\"grams\":40000},{\"lot\":\"x\"}]}"
                                .formatted(Id.next(), depot.today, lot.id())))
                .hasStatus(422)
                .bodyText()
                .contains("lines[1].lot", "lines[1].grams");
        String lines = "/api/v1/storage/arrivals/" + arrival + "/lines";
        String came = "{\"lot\":\"%s\",\"grams\":38000,\"how\":\"WEIGHED\"".formatted(lot.id());
        assertThat(posts(cast.clerk(), lines, came + "}"))
                .hasStatus(422)
                .bodyText()
                .contains("difference-without-reason");
        assertThat(posts(cast.clerk(), lines, came + ",\"difference\":\"MISSING\"}"))
                .hasStatus(201);
        assertThat(posts(cast.otherManager(), lines, came + "}")).hasStatus(404);
        assertThat(posts(cast.clerk(), "/api/v1/storage/arrivals/" + arrival + "/completion", "{}"))
                .hasStatusOk();
        assertThat(gets(cast.clerk(), home + "/contents", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("38000");
        assertThat(gets(cast.clerk(), "/storage/arrivals/" + arrival, "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Missing");
    }

    @Test
    void aTillTellsSalesByItsTokenAndAWrongLineIsNamedByItsPlace() {
        SiteId store = depot.site(cast.buyer(), SiteKind.STORE);
        String line = "{\"store\":\"%s\",\"product\":\"%s\",\"day\":\"%s\",\"soldGrams\":%s}";
        String good = line.formatted(store, "depot-melon", depot.today.minusDays(1), 12000);
        String bearer = cast.bearer(cast.buyer(), Right.POST_DEMAND);
        String path = "/api/v1/sell-through";
        for (int expected : new int[] {1, 0})
            assertThat(mvc.post()
                            .uri(path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"lines\":[" + good + "]}")
                            .header("Authorization", bearer))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.changed")
                    .isEqualTo(expected);
        String bad = "{\"lines\":["
                + String.join(
                        ",",
                        good,
                        line.formatted(store, "nothing", depot.today, 1),
                        line.formatted(SiteId.next(), "depot-melon", depot.today.plusDays(1), -1))
                + "]}";
        assertThat(mvc.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bad)
                        .header("Authorization", bearer))
                .hasStatus(422)
                .bodyText()
                .contains("lines[1].product", "lines[2].store", "lines[2].day", "lines[2].soldGrams");
        assertThat(posts(cast.otherManager(), path, "{\"lines\":[" + good + "]}"))
                .hasStatus(422);
        assertThat(gets(cast.buyer(), path + "?store=" + store, "en"))
                .hasStatusOk()
                .bodyText()
                .contains("12000");
        assertThat(gets(cast.otherManager(), path + "?store=" + store, "en")).hasStatus(404);
    }
}
